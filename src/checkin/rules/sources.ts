import type { Strength } from './advice.ts'

interface Source {
  /** As it is cited: names, journals and numbers, the same in every language. Absent for what is our own. */
  cited?: string
  /** Where it can be read. */
  at?: string
  strength: Strength
}

const doi = 'https://doi.org/'
const pmc = 'https://pmc.ncbi.nlm.nih.gov/articles/'

/** What the check-in rests on. What each one says, in plain words, is in the catalogue under `source.` */
const sources = {
  community: { cited: 'r/quittingkratom, “What to expect”', strength: 'read' },
  swogger_2022: {
    cited: 'Swogger 2022, Front Pharmacol, article 801855',
    at: `${doi}10.3389/fphar.2022.801855`,
    strength: 'relayed',
  },
  vicknasingam_2020: { cited: 'Vicknasingam 2020', at: `${pmc}PMC7309661/`, strength: 'read' },
  tanna_2022: { cited: 'Tanna 2022; review in PMC10353077', at: `${pmc}PMC10353077/`, strength: 'read' },
  rogers_2024: { cited: 'Rogers 2024, Drug Alcohol Depend 111329', strength: 'read' },
  singh_2018_mood: { cited: 'Singh 2018', strength: 'read' },
  newleaf_course: { strength: 'ours' },
  newleaf_thresholds: { strength: 'ours' },
  vibrant: {
    cited: 'Vibrant / 988, Support for Suicidal Individuals on Social and Digital Media',
    strength: 'read',
  },
  nspa: { cited: 'NSPA UK, Responding to suicidal content online', strength: 'read' },
  fda_cases: { cited: 'FDA 2017, in CNN', strength: 'relayed' },
  acep_case: {
    cited: 'ACEP Now, February 2025',
    at: 'https://www.acepnow.com/article/case-report-acute-kratom-withdrawal/',
    strength: 'read',
  },
  cureus_case: { cited: 'Cureus 2025', at: `${doi}10.7759/cureus.98386`, strength: 'read' },
  la_county: { cited: 'Los Angeles County, in the Los Angeles Times', strength: 'relayed' },
  montana: { cited: 'Attorney General of Montana', strength: 'read' },
  sudors: { cited: 'MMWR 68(14):326, 2019', strength: 'read' },
  asam_alcohol: { cited: 'ASAM 2020', strength: 'general' },
  asam_benzo: { cited: 'ASAM 2025', strength: 'general' },
  dilin: { cited: 'Ahmad 2021 (DILIN)', strength: 'relayed' },
  livertox: { cited: 'LiverTox 6972, 8332; ACG Case Rep J 2022', strength: 'read' },
  post_2019: { cited: 'Post 2019', at: `${doi}10.1080/15563650.2019.1569236`, strength: 'read' },
  acog_711: { cited: 'ACOG Committee Opinion 711', strength: 'general' },
  jarka: {
    cited: 'Jarka & Gregoire 2023, Ment Health Clin 13:155–158',
    at: `${pmc}PMC10337879/`,
    strength: 'read',
  },
  fda_loperamide: { cited: 'FDA 2016–2018', strength: 'general' },
  leaflets: { strength: 'general' },
} satisfies Record<string, Source>

export type SourceId = keyof typeof sources

/** A source by its id, with every field that it may have. */
export const sourceOf = (id: SourceId): Source => sources[id]
