/** JSON as the wire has it: tests take it apart and put anything in its place. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const DAY = '2026-11-20';

/** An element of the answer in the newest schema (SOURCES 1.2), every key filled. The words are invented. */
export function toWireItem(id = '2611.04217', paper: JsonObject = {}, outer: JsonObject = {}): JsonObject {
  const organization = {
    _id: '653b817d32c97d0655575872',
    name: 'northfield',
    fullname: 'Northfield Lab',
    avatar: 'https://cdn-avatars.huggingface.co/a.png',
  };
  return {
    paper: {
      id,
      authors: [
        {
          _id: '6a87afc589e517cbfd75dbcf',
          user: {
            _id: '6594b1bb57a556fbe162915e',
            avatarUrl: '/avatars/0e5ec55ca725a5d4fff2937bfaa6640e.svg',
            isPro: false,
            fullname: 'Ines O.',
            user: 'ines',
            type: 'user',
            name: 'ines',
          },
          name: 'Ines Okafor',
          status: 'claimed_verified',
          statusLastChangedAt: '2026-11-20T08:01:02.003Z',
          hidden: false,
        },
        { _id: '6a87afc589e517cbfd75dbd0', name: 'Daniel Brandt', hidden: false },
      ],
      mediaUrls: ['https://cdn-uploads.huggingface.co/production/uploads/a.mp4'],
      publishedAt: '2026-11-17T00:00:00.000Z',
      submittedOnDailyAt: '2026-11-20T00:00:00.000Z',
      title: 'Patient Planners',
      submittedOnDailyBy: {
        _id: '66e03eace17fb5ff054b7686',
        avatarUrl: '/avatars/2b739ff11e43dd9e701c647a92617f20.svg',
        isPro: true,
        fullname: 'Mei Tanaka',
        user: 'mei',
        type: 'user',
        name: 'mei',
      },
      summary: 'We ask whether agents can plan.',
      upvotes: 128,
      discussionId: '691e0b0f3c64d32b0f0c4a11',
      ai_summary: 'Agents plan over hundreds of steps.',
      ai_keywords: ['planning', 'agents'],
      ai_summary_model: 'a/model',
      githubRepo: 'https://github.com/northfield/planners',
      githubStars: 1234,
      githubRepoAddedBy: 'user',
      projectPage: 'https://northfield.example/planners',
      organization,
      ...paper,
    },
    publishedAt: '2026-11-16T19:00:00.000Z',
    title: 'Patient Planners',
    summary: 'We ask whether agents can plan.',
    mediaUrls: ['https://cdn-uploads.huggingface.co/production/uploads/a.mp4'],
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${id}.png`,
    numComments: 3,
    submittedBy: {
      _id: '66e03eace17fb5ff054b7686',
      avatarUrl: '/avatars/2b739ff11e43dd9e701c647a92617f20.svg',
      fullname: 'Mei Tanaka',
      name: 'mei',
      type: 'user',
      isPro: true,
      isHf: false,
      isHfAdmin: false,
      isMod: false,
      followerCount: 12,
      isUserFollowing: false,
    },
    organization,
    isAuthorParticipating: true,
    ...outer,
  };
}

/** The same item with the keys at `paths` (`paper.title`, `submittedBy`) taken away. */
export function without(item: JsonObject, ...paths: string[]): JsonObject {
  const copy = structuredClone(item);
  for (const path of paths) {
    const keys = path.split('.');
    const last = keys.pop() as string;
    const parent = keys.reduce<JsonObject | undefined>((at, key) => at?.[key] as JsonObject | undefined, copy);
    if (parent) delete parent[last];
  }
  return copy;
}

/** The same item with `value` at `path`, whatever stood there. */
export function withAt(item: JsonObject, path: string, value: Json): JsonObject {
  const copy = structuredClone(item);
  const keys = path.split('.');
  const last = keys.pop() as string;
  const parent = keys.reduce((at, key) => at[key] as JsonObject, copy);
  parent[last] = value;
  return copy;
}

/** Every path to a value inside objects, e.g. `paper.organization.name`. */
export function listPaths(value: Json, path = ''): string[] {
  if (value === null || typeof value !== 'object') return [];
  const keys = Array.isArray(value) ? value.map((_, i) => String(i)) : Object.keys(value);
  return keys.flatMap((key) => {
    const here = path === '' ? key : `${path}.${key}`;
    return [here, ...listPaths((value as JsonObject)[key] as Json, here)];
  });
}
