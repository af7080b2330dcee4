import type { VaultRoute } from '../serve/vaultRoute.ts';
import { findingFilePages } from './findingFiles.page.ts';
import { findingsPages } from './findings.page.ts';
import { homePages } from './home.page.ts';
import { loadPages } from './load.page.ts';
import { measurePages } from './measure.page.ts';
import { measureFilePages } from './measureFiles.page.ts';
import { measureListPages } from './measureList.page.ts';
import { reconcilePages } from './reconcile.page.ts';
import { reconcileFigurePages } from './reconcileFigure.page.ts';
import { releasePages } from './release.page.ts';
import { releaseCellPages } from './releaseCells.page.ts';
import { workPages } from './work.page.ts';

/**
 * Every page of the vault, in the order of a year's work, which is the menu's; the first that fits answers. How to add one
 * is said at `VaultRoute`.
 */
export const vaultPages: readonly VaultRoute[] = [
  ...homePages,
  ...loadPages,
  ...findingsPages,
  ...findingFilePages,
  ...measureListPages,
  ...measurePages,
  ...measureFilePages,
  ...reconcilePages,
  ...reconcileFigurePages,
  ...releasePages,
  ...releaseCellPages,
  ...workPages,
];
