import type { VaultRoute } from '../serve/vaultRoute.ts';
import { homePages } from './home.page.ts';
import { workPages } from './work.page.ts';

/**
 * Every page of the vault, in the order of a year's work, which is the menu's; the first that fits answers. How to add one
 * is said at `VaultRoute`.
 */
export const vaultPages: readonly VaultRoute[] = [...homePages, ...workPages];
