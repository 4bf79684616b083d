// Keeps all that the popup's first frame needs in one file. Left to itself the bundler puts whatever two pages share
// into a chunk of its own; each is a request that holds the popup's thread for some milliseconds before its first card.

/** A plugin of the build. `folder`: where the page's document, script and style stand, with slashes around it. */
export function oneFirstChunk(folder) {
  let first = new Set();
  return {
    name: 'one-first-chunk',
    apply: 'build',
    buildEnd() {
      first = toStaticImports(this, `${folder}index.html`);
      // The page's own script too, which looks whether it is in its page: a file for its three lines is one more request.
      // Its style is for it alone.
      for (const id of first) if (id.includes(folder) && !id.endsWith('/main.tsx')) first.delete(id);
    },
    outputOptions(options) {
      // The background and other single scripts have no chunks.
      if (options.format !== 'es' && options.format !== 'esm') return null;
      return { ...options, codeSplitting: { groups: [{ name: (id) => (first.has(id) ? 'first' : null) }] } };
    },
  };
}

/** The page and whatever it imports statically, at any depth. */
function toStaticImports(context, page) {
  const found = new Set();
  const waiting = [...context.getModuleIds()].filter((id) => id.endsWith(page));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
