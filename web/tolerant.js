// @ts-check
// Makes the page bear what others do to it. A translation or an extension moves
// texts into elements of its own; the app then names a neighbour or a child that
// is none any more, the browser throws, and the app stops for good. Here the node
// lands as near as it can instead. What was moved may look odd; it goes on.

/**
 * Wraps the two calls by which the app places and removes nodes.
 * @param {{ prototype: Node }} kind
 */
export function tolerate({ prototype }) {
  const { insertBefore, removeChild } = prototype;
  /**
   * @template {Node} T
   * @this {Node}
   * @param {T} node
   * @param {Node | null} before
   */
  prototype.insertBefore = function insert(node, before) {
    // The neighbour was wrapped: what wraps it is the neighbour now.
    while (before && before.parentNode !== this) before = before.parentNode;
    return /** @type {T} */ (insertBefore.call(this, node, before));
  };
  /**
   * @template {Node} T
   * @this {Node}
   * @param {T} node
   */
  prototype.removeChild = function remove(node) {
    const parent = node.parentNode;
    if (this.contains(parent)) removeChild.call(parent, node);
    return node;
  };
}
