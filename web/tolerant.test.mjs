// What the app does to a page that others have changed, on a small tree that has
// the rules of the browser's.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { tolerate } from './tolerant.js';

/** As strict as a browser: whoever is no child is refused. */
function tree() {
  return class Node {
    parentNode = null;
    childNodes = [];

    constructor(name, ...children) {
      this.name = name;
      for (const child of children) this.insertBefore(child, null);
    }

    contains(other) {
      return other === this || (!!other && this.contains(other.parentNode));
    }

    insertBefore(node, before) {
      if (before && before.parentNode !== this) throw new Error('NotFoundError');
      if (node.parentNode) node.parentNode.removeChild(node);
      const at = before ? this.childNodes.indexOf(before) : this.childNodes.length;
      this.childNodes.splice(at, 0, node);
      node.parentNode = this;
      return node;
    }

    removeChild(node) {
      if (node.parentNode !== this) throw new Error('NotFoundError');
      this.childNodes.splice(this.childNodes.indexOf(node), 1);
      node.parentNode = null;
      return node;
    }

    toString() {
      return this.name + (this.childNodes.length > 0 ? `(${this.childNodes.join(' ')})` : '');
    }
  };
}

let Node;
let make;
beforeEach(() => {
  Node = tree();
  tolerate(Node);
  make = (name, ...children) => new Node(name, ...children);
});

test('children are placed and removed as ever', () => {
  const [a, b] = [make('a'), make('b')];
  const parent = make('p', a, b);
  assert.equal(parent.insertBefore(make('c'), b).name, 'c');
  assert.equal(String(parent), 'p(a c b)');
  assert.equal(parent.removeChild(a), a);
  assert.equal(String(parent), 'p(c b)');
  parent.insertBefore(a, null);
  assert.equal(String(parent), 'p(c b a)');
});

test('before a neighbour that was wrapped: before what wraps it', () => {
  const text = make('text');
  const parent = make('p', make('a'), make('font', make('font', text)));
  parent.insertBefore(make('new'), text);
  assert.equal(String(parent), 'p(a new font(font(text)))');
});

test('before a neighbour that is gone, or elsewhere: at the end', () => {
  const parent = make('p', make('a'));
  parent.insertBefore(make('b'), make('gone'));
  const elsewhere = make('text');
  make('q', elsewhere);
  parent.insertBefore(make('c'), elsewhere);
  assert.equal(String(parent), 'p(a b c)');
});

test('a child that was wrapped is removed from where it is', () => {
  const text = make('text');
  const parent = make('p', make('font', text));
  assert.equal(parent.removeChild(text), text);
  assert.equal(String(parent), 'p(font)');
  assert.equal(text.parentNode, null);
});

test('what is gone already, or stands elsewhere, is left alone', () => {
  const parent = make('p', make('a'));
  const gone = make('gone');
  assert.equal(parent.removeChild(gone), gone);
  const child = make('text');
  const other = make('q', child);
  assert.equal(parent.removeChild(child), child);
  assert.equal(String(other), 'q(text)');
});

test('what no browser accepts is still refused', () => {
  assert.throws(() => make('p').removeChild(null));
});
