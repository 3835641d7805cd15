// @ts-check
// Watches for others who put texts of their own in place of the app's: a
// translation does. The app goes on changing the texts that it knows, which nobody
// sees any more, so that answers would land on questions that nobody read.

const html = document.documentElement;

/**
 * Calls `found` once, when a text of the app was replaced by someone else. What
 * others add beside, as extensions do, is left alone. The app takes the place of what was
 * rendered once it is alive: before, there is nothing to watch.
 * @param {() => void} found
 */
export function watch(found) {
  const start = () => {
    const app = 'alive' in html.dataset && document.getElementById(CONSTANTS.APP);
    if (app) watchApp(app, found);
    return Boolean(app);
  };
  if (start()) return;
  const alive = new MutationObserver(() => { if (start()) alive.disconnect(); });
  alive.observe(html, { attributeFilter: ['data-alive'] });
}

/**
 * @param {Element} app
 * @param {() => void} found
 */
function watchApp(app, found) {
  // What the app takes away itself, it takes away by this call.
  const own = new WeakSet();
  const { removeChild } = Node.prototype;
  /**
   * @template {Node} T
   * @this {Node}
   * @param {T} node
   */
  Node.prototype.removeChild = function remove(node) {
    own.add(node);
    return /** @type {T} */ (removeChild.call(this, node));
  };
  /** @param {Node} node */
  const lost = (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()
    && !own.has(node) && !app.contains(node);
  const observer = new MutationObserver((records) => {
    const replaced = records.some(({ addedNodes, removedNodes }) => addedNodes.length > 0
      && [...removedNodes].some(lost));
    if (!replaced && !app.querySelector('font')) return;
    observer.disconnect();
    found();
  });
  observer.observe(app, { childList: true, subtree: true });
}
