// What axe finds on a page, short enough to read.
import { AxeBuilder } from '@axe-core/playwright';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds; the contrast of colours, which is two fifths of the work, is looked at once for
 * each theme and not again for the next language.
 */
export async function findings(page, { contrast = true } = {}) {
  // Our pages have no frames: without a second page for those, and without lists of what is
  // right, it takes a third of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode()
    .options({ resultTypes: ['violations'] }).withTags(tags);
  if (!contrast) axe.disableRules(['color-contrast']);
  const { violations } = await axe.analyze();
  const told = (node) => `${node.target} ${node.any[0]?.message ?? ''}`;
  return violations.map((found) => `${found.id}: ${found.nodes.slice(0, 3).map(told).join(' | ')}`);
}
