import type { WithheldReason } from '../vocabulary/cell.ts';
import type { Language } from '../vocabulary/language.ts';

/** The words the parts of a page say by themselves; everything else is the caller's. */
export type PageWords = {
  readonly skip: string;
  readonly menu: string;
  readonly close: string;
  readonly mainNavigation: string;
  readonly trail: string;
  readonly notice: string;
  readonly signOut: string;
  readonly sources: string;
  readonly howMade: string;
  readonly asTable: string;
  readonly schoolYear: string;
  readonly withheld: string;
  readonly nothingToDraw: string;
  readonly optional: string;
  readonly errorTitle: string;
  readonly error: string;
  readonly choose: string;
  readonly noFigure: string;
  readonly shownFor: string;
  readonly until: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  readonly moreIsBetter: string;
  readonly lessIsBetter: string;
  readonly required: string;
  readonly actual: string;
  readonly withheldShort: Readonly<Record<WithheldReason, string>>;
  readonly withheldWhy: Readonly<Record<WithheldReason, string>>;
};

const english: PageWords = {
  skip: 'Skip to the content',
  menu: 'Menu',
  close: 'Close',
  mainNavigation: 'Main',
  trail: 'You are here',
  notice: 'Notice',
  signOut: 'Sign out',
  sources:
    'Figures come from the sources named beside them. What a publisher withholds to protect students is withheld here.',
  howMade: 'How this number is made',
  asTable: 'Show these figures as a table',
  schoolYear: 'School year',
  withheld: 'Withheld',
  nothingToDraw: 'There are no figures to draw yet.',
  optional: 'optional',
  errorTitle: 'Please look at this again',
  error: 'Error:',
  choose: 'Choose one',
  noFigure: 'no figure',
  shownFor: 'Shown for',
  until: 'to',
  pages: 'Pages of this list',
  previous: 'Previous',
  next: 'Next',
  moreIsBetter: 'more is better',
  lessIsBetter: 'less is better',
  required: 'Needed each year',
  actual: 'Actual each year',
  withheldShort: {
    'few students': 'too few students',
    'protects another cell': 'protects another figure',
    'earlier release': 'protects an earlier release',
    agreement: 'not in the agreement',
    'not reported': 'not reported',
  },
  withheldWhy: {
    'few students': 'Withheld: so few students are in this group that a figure could point at one of them.',
    'protects another cell':
      'Withheld: with this figure, a reader could work out another one that is withheld.',
    'earlier release': 'Withheld: with an earlier release, this figure would give away one that is withheld.',
    agreement: 'Withheld: the agreement does not let this figure be shown here.',
    'not reported': 'The source does not report this figure.',
  },
};

const spanish: PageWords = {
  skip: 'Ir al contenido',
  menu: 'Menú',
  close: 'Cerrar',
  mainNavigation: 'Principal',
  trail: 'Está aquí',
  notice: 'Aviso',
  signOut: 'Salir',
  sources:
    'Las cifras provienen de las fuentes indicadas. Lo que una fuente reserva para proteger a estudiantes también se reserva aquí.',
  howMade: 'Cómo se obtiene esta cifra',
  asTable: 'Mostrar estas cifras en una tabla',
  schoolYear: 'Año escolar',
  withheld: 'Reservado',
  nothingToDraw: 'Todavía no hay cifras que mostrar.',
  optional: 'opcional',
  errorTitle: 'Revise lo siguiente',
  error: 'Error:',
  choose: 'Elija una opción',
  noFigure: 'sin cifra',
  shownFor: 'Se muestra de',
  until: 'a',
  pages: 'Páginas de esta lista',
  previous: 'Anterior',
  next: 'Siguiente',
  moreIsBetter: 'más es mejor',
  lessIsBetter: 'menos es mejor',
  required: 'Necesario cada año',
  actual: 'Real cada año',
  withheldShort: {
    'few students': 'muy pocos estudiantes',
    'protects another cell': 'protege otra cifra',
    'earlier release': 'protege una publicación anterior',
    agreement: 'fuera del acuerdo',
    'not reported': 'sin informar',
  },
  withheldWhy: {
    'few students':
      'Reservado: hay tan pocos estudiantes en este grupo que la cifra podría señalar a uno de ellos.',
    'protects another cell': 'Reservado: con esta cifra se podría deducir otra que está reservada.',
    'earlier release': 'Reservado: junto con una publicación anterior, esta cifra revelaría otra reservada.',
    agreement: 'Reservado: el acuerdo no permite mostrar aquí esta cifra.',
    'not reported': 'La fuente no informa esta cifra.',
  },
};

const words: Readonly<Record<Language, PageWords>> = { en: english, es: spanish };

/** The words of a language. */
export function pageWords(language: Language = 'en'): PageWords {
  return words[language];
}
