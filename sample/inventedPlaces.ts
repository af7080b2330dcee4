import type { CommunityKind } from './communities.ts';

/**
 * An invented county. Codes of districts must begin with one of the state's 58, so it borrows the code and the
 * rough middle (degrees) of a real county, but neither its name nor its figures.
 */
export type InventedCounty = {
  readonly code: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
};

const counties: readonly InventedCounty[] = [
  { code: '04', name: 'Basalt (sample)', latitude: 39.6, longitude: -121.7 },
  { code: '15', name: 'Cinder (sample)', latitude: 35.4, longitude: -119.1 },
  { code: '16', name: 'Oxbow (sample)', latitude: 36.2, longitude: -119.7 },
  { code: '20', name: 'Madrone (sample)', latitude: 37.0, longitude: -119.9 },
  { code: '24', name: 'Curlew (sample)', latitude: 37.3, longitude: -120.6 },
  { code: '33', name: 'Tamarisk (sample)', latitude: 33.8, longitude: -117.1 },
  { code: '34', name: 'Heron (sample)', latitude: 38.5, longitude: -121.3 },
  { code: '45', name: 'Obsidian (sample)', latitude: 40.6, longitude: -122.2 },
  { code: '50', name: 'Pintail (sample)', latitude: 37.6, longitude: -120.9 },
  { code: '54', name: 'Quartz (sample)', latitude: 36.2, longitude: -119.2 },
];

/**
 * Districts as `name | students | community`; one name holds commas, as one in the state's file does. The order
 * of the lines mixes sizes and kinds, so that the first few are a fair small state. No name is a real district's.
 */
const districtLines = `
Alder Flat Elementary | 1100 | farmTown
Kestrel Heights Unified | 4800 | suburb
Cinder Hollow Union High | 5000 | farmTown
Umber Hills Unified | 1900 | foothill
Candlewood Gulch Elementary | 400 | foothill
Gannet Shore Unified | 8200 | bayside
Juniper Sink Unified | 700 | foothill
Damson Orchard Elementary | 3000 | farmTown
Nightjar, Marl and Loam Union Elementary | 600 | farmTown
Amber Mesa Unified | 21000 | portCity
Ember Valley Union High | 12000 | valleyCity
Sandpiper Mesa Unified | 16000 | portCity
Fennel Crossing Unified | 3500 | farmTown
Oxbow Terrace Elementary | 9000 | valleyCity
Indigo Flats Unified | 10000 | valleyCity
Gullwing Bay Unified | 12000 | bayside
Blue Lupine Elementary | 1800 | suburb
Drift Oak Unified | 90000 | portCity
Coyote Bluff Union High | 2800 | foothill
Madrone Notch Unified | 2600 | foothill
Heron Reach Unified | 21000 | valleyCity
Almond Bend Unified | 9000 | farmTown
Antler Creek Elementary | 550 | foothill
Cressida Plain Unified | 6800 | valleyCity
Tamarisk Bench Union High | 7000 | suburb
Quail Thicket Elementary | 4600 | bayside
Curlew Landing Unified | 14000 | portCity
Silverthorn Unified | 26000 | suburb
Garnet Wash Unified | 1400 | farmTown
Brackenfield Elementary | 900 | suburb
Basalt Ridge Unified | 40000 | valleyCity
Saltgrass Unified | 4100 | portCity
Cattail Slough Elementary | 2500 | farmTown
Verbena Vale Unified | 3000 | suburb
Harrow Hill Elementary | 720 | farmTown
Pepperwood Slope Unified | 2200 | bayside
Ironbark Union High | 7000 | portCity
Camas Prairie Unified | 1000 | foothill
Hazelmere Elementary | 8000 | suburb
Yarrow Bottom Unified | 1600 | farmTown
Figtree Junction Elementary | 3700 | valleyCity
Granite Fork Unified | 450 | foothill
Foxglove Station Elementary | 2100 | portCity
Limekiln Bend Unified | 1200 | valleyCity
Dovetail Canyon Union High | 3800 | bayside
Elderberry Bar Elementary | 1600 | foothill
Pintail Elementary | 1400 | valleyCity
Flintlock Pass Unified | 850 | suburb
Redstem Elementary | 1200 | bayside
Marigold Fields Union High | 2000 | farmTown
Chalkstone Elementary | 1000 | portCity
Quartz Basin Unified | 550 | farmTown
Ashgrove Point Elementary | 800 | suburb
Wren Hollow Union High | 1400 | suburb
Teasel Park Elementary | 650 | bayside
Badger Hollow Elementary | 500 | farmTown
Thistledown Union High | 900 | foothill
Zinnia Plain Elementary | 460 | valleyCity
Sorrel Gap Union High | 600 | valleyCity
Mistletoe Grove Elementary | 430 | suburb
`;

const districtsPerCounty = 6;

export type InventedDistrict = {
  /** From 1; the district's code is 99000 plus this. */
  readonly position: number;
  readonly name: string;
  readonly place: string;
  readonly kind: 'unified' | 'elementary' | 'high';
  readonly students: number;
  readonly community: CommunityKind;
  readonly county: InventedCounty;
};

export const inventedDistricts: readonly InventedDistrict[] = districtLines
  .trim()
  .split('\n')
  .map((line, index) => {
    const [name, students, community] = line.split(' | ') as [string, string, CommunityKind];
    const county = counties[Math.floor(index / districtsPerCounty)];
    if (!county) throw new Error(`no county is left for ${name}`);
    const kind = name.endsWith('Unified') ? 'unified' : name.endsWith('Elementary') ? 'elementary' : 'high';
    const place = name.replace(/,? (Union )?(Unified|Elementary|High)$/, '').replace(/,.*$/, '');
    return { position: index + 1, name, place, kind, students: Number(students), community, county };
  });
