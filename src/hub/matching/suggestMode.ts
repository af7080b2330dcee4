/**
 * How two districts may work on one measure and group. `assistance`: one is strong and the other in need; `joint`: both are in
 * need; `external`: both are in need and no strength stands in the pair or among their similar districts.
 */
export type SuggestedMode = 'assistance' | 'joint' | 'external';
