/** One thing that was looked at: well, or what is wrong and what to do about it. */
export type Check = { readonly what: string; readonly well: boolean; readonly says: string };
