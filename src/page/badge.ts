import { type Html, html } from './html.ts';
import { type IconName, icon } from './icon.ts';
import type { Language } from '../vocabulary/language.ts';

type Tone = 'good' | 'attention' | 'bad' | 'neutral' | 'info';
type Look = { readonly tone: Tone; readonly icon: IconName; readonly en: string; readonly es: string };

const looks = {
  met: { tone: 'good', icon: 'tick', en: 'Met', es: 'Cumplida' },
  'on pace': { tone: 'good', icon: 'forward', en: 'On pace', es: 'A buen ritmo' },
  behind: { tone: 'attention', icon: 'slow', en: 'Behind', es: 'Con retraso' },
  'moving away': { tone: 'bad', icon: 'away', en: 'Moving away', es: 'Se aleja' },
  'too early': { tone: 'neutral', icon: 'early', en: 'Too early', es: 'Demasiado pronto' },
  'cannot tell': { tone: 'neutral', icon: 'question', en: 'Cannot tell', es: 'No se puede saber' },
  'too few students': { tone: 'neutral', icon: 'few', en: 'Too few students', es: 'Muy pocos estudiantes' },
  strength: { tone: 'good', icon: 'above', en: 'Strength', es: 'Fortaleza' },
  need: { tone: 'attention', icon: 'below', en: 'Need', es: 'Necesidad' },
  'as expected': { tone: 'neutral', icon: 'near', en: 'As expected', es: 'Como se espera' },
  mixed: { tone: 'neutral', icon: 'unlike', en: 'Mixed', es: 'Mixto' },
  'not reported': { tone: 'neutral', icon: 'dashed', en: 'Not reported', es: 'Sin informar' },
  withheld: { tone: 'neutral', icon: 'lock', en: 'Withheld', es: 'Reservado' },
  agreed: { tone: 'info', icon: 'hands', en: 'Agreed', es: 'Acordada' },
  proposed: { tone: 'neutral', icon: 'pencil', en: 'Proposed', es: 'Propuesta' },
  placeholder: { tone: 'attention', icon: 'dashed', en: 'Placeholder', es: 'Provisional' },
  synthetic: { tone: 'attention', icon: 'flask', en: 'Synthetic', es: 'Sintético' },
  same: { tone: 'info', icon: 'same', en: 'Comparable', es: 'Comparable' },
  adjusted: { tone: 'neutral', icon: 'near', en: 'Adjusted', es: 'Ajustado' },
  'not comparable': { tone: 'attention', icon: 'unlike', en: 'Not comparable', es: 'No comparable' },
  good: { tone: 'good', icon: 'tick', en: 'Done', es: 'Hecho' },
  attention: { tone: 'attention', icon: 'warning', en: 'Due', es: 'Pendiente' },
  bad: { tone: 'bad', icon: 'stop', en: 'Overdue', es: 'Vencido' },
  neutral: { tone: 'neutral', icon: 'dot', en: 'Open', es: 'Abierto' },
  info: { tone: 'info', icon: 'info', en: 'Note', es: 'Nota' },
} as const satisfies Readonly<Record<string, Look>>;

/** Pace, need and strength, provenance and comparability by their own words; `good`, `attention`, `bad`, `neutral`, `info` for the rest. */
export type BadgeKind = keyof typeof looks;

/** A state as a sign and words, never colour alone. `words` replace the kind's own, and are needed for the general kinds. */
export function badge(kind: BadgeKind, words?: string, language: Language = 'en'): Html {
  const look = looks[kind];
  return html`<span class="${`badge badge-${look.tone}`}">${icon(look.icon)}${words ?? look[language]}</span>`;
}
