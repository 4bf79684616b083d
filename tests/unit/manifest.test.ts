import { describe, expect, it } from 'vitest';
import { toManifest } from '../../manifest.config';

const build = { browser: 'chrome', command: 'build', mode: 'production', manifestVersion: 3 } as const;
const chrome = toManifest(build);
const firefox = toManifest({ ...build, browser: 'firefox' });

/** The content policy as a table: directive and its sources. */
function toPolicy(manifest: typeof chrome): Map<string, string[]> {
  const { extension_pages } = manifest.content_security_policy as { extension_pages: string };
  return new Map(
    extension_pages.split('; ').map((entry) => {
      const [directive = '', ...sources] = entry.split(' ');
      return [directive, sources] as const;
    }),
  );
}

describe('the manifest', () => {
  it('asks for storage, alarms and the feed, for alerts and files where they are wanted, and for nothing else', () => {
    for (const manifest of [chrome, firefox]) {
      expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'alarms']);
      expect(manifest.host_permissions).toEqual(['https://huggingface.co/*']);
      expect(manifest.optional_permissions).toEqual(['notifications', 'downloads']);
      expect(manifest).not.toHaveProperty('optional_host_permissions');
      expect(manifest).not.toHaveProperty('externally_connectable');
      expect(manifest).not.toHaveProperty('web_accessible_resources');
    }
  });

  it('lets its pages contact the feed and no other host', () => {
    const policy = toPolicy(chrome);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(['https://huggingface.co']);
    const hosts = [...policy.values()].flat().filter((source) => source.includes('//'));
    expect(hosts).toEqual(['https://huggingface.co']);
  });

  it('allows neither inline code nor eval', () => {
    expect([...toPolicy(chrome).values()].flat().filter((source) => source.startsWith("'unsafe"))).toEqual([]);
  });

  it('makes no markup of text, and lets only the policies of the workers be made', () => {
    expect(toPolicy(chrome).get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(toPolicy(chrome).get('trusted-types')).toEqual(['scanner-worker', 'restore-worker']);
  });

  it('gives both browsers the same content policy', () => {
    expect(toPolicy(firefox)).toEqual(toPolicy(chrome));
  });

  it('tells Firefox that no data is collected, and Chrome nothing it would report as unknown', () => {
    expect(firefox.browser_specific_settings?.gecko?.data_collection_permissions).toEqual({ required: ['none'] });
    expect(chrome).not.toHaveProperty('browser_specific_settings');
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
  });

  it('says that it is not affiliated with Hugging Face, within the 132 characters the stores show', () => {
    expect(chrome.description).toContain('Not affiliated with Hugging Face');
    expect(chrome.description?.length).toBeLessThanOrEqual(132);
  });
});
