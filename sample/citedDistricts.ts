import type { Cds } from '../src/vocabulary/cds.ts';

/**
 * The two real districts of the sample: their codes as the California Department of Education and the National
 * Center for Education Statistics give them, and the middle of their city in degrees. `position` takes a place
 * in sample school codes that no synthetic district has.
 */
export const citedDistricts = {
  fresno: {
    cds: '10621660000000' as Cds,
    nces: '0614550',
    name: 'Fresno Unified',
    county: 'Fresno',
    city: 'Fresno',
    latitude: 36.76,
    longitude: -119.79,
    position: 91,
  },
  longBeach: {
    cds: '19647250000000' as Cds,
    nces: '0622500',
    name: 'Long Beach Unified',
    county: 'Los Angeles',
    city: 'Long Beach',
    latitude: 33.81,
    longitude: -118.16,
    position: 92,
  },
} as const;

export type CitedDistrict = keyof typeof citedDistricts;

/** The state as a place. */
export const california = { cds: '00000000000000' as Cds, name: 'California' } as const;
