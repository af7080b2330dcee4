import { spanishMeasures } from './spanishMeasures.ts';
import type { SheetWords } from './sheetWords.ts';

const list = new Intl.ListFormat('es', { type: 'conjunction' });
const choice = new Intl.ListFormat('es', { type: 'disjunction' });
const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** For families of California: plain words, the official names as they are. */
export const spanish: SheetWords = {
  kind: 'Hoja informativa',
  description: (partnership) => `Lo que ${partnership} promete, hace y ha logrado.`,
  preview: 'Vista previa: nadie la ha publicado.',
  sample: 'Muestra: sus personas, sus compromisos y algunas de sus cifras son inventados.',
  and: (names) => list.format(names),
  either: (names) => choice.format(names),

  students: 'Estudiantes en conjunto',
  studentsNote: (year) => `inscritos en algún momento de ${year}`,
  promises: 'Series de metas',
  promisesNote: (agreed) =>
    agreed === 0 ? 'ninguna acordada todavía' : some(agreed, 'acordada', 'acordadas'),
  onPace: 'A buen ritmo o cumplidas',
  onPaceOf: (n, all) => `${n} de ${all}`,
  onPaceNote: 'series de metas, propias de cada distrito',
  freed: 'Con reglas estatales flexibles',
  freedNote: (n) => some(n, 'flexibilidad vigente', 'flexibilidades vigentes'),

  forged: 'Se forja una alianza de aprendizaje',
  forgedText: (districts, year) =>
    `${districts} forjaron una alianza de aprendizaje, iniciada en ${year}, para compartir las mejores prácticas y acelerar el ritmo de la reforma de sus distritos. Cada uno ayuda donde es fuerte y aprende donde lo es el otro.`,
  servesText: (students, year) =>
    `Busca un mejor rendimiento para los ${students} estudiantes que atienden en conjunto (inscritos en algún momento de ${year}).`,

  resources: 'Aprovechar los recursos para mejorar el rendimiento de los estudiantes',
  resourcesText:
    'La alianza busca un mayor control local de los recursos, para tener más espacio para innovar, y a cambio se compromete con metas académicas específicas, alineadas con los objetivos de cada distrito.',
  noTargets: 'Todavía no se han fijado metas.',
  targetsText: (all, agreed) =>
    all === agreed
      ? `Las ${all} series de metas están acordadas.`
      : `De ${some(all, 'serie', 'series')} de metas, ${agreed === 0 ? 'ninguna está acordada' : agreed === 1 ? '1 está acordada' : `${agreed} están acordadas`}; las demás son propuestas o provisionales.`,
  noFlexibility: 'Todavía no hay ninguna flexibilidad vigente respecto a las reglas estatales.',
  flexibilityText: (n, dollars) =>
    `${n === 1 ? 'Hay 1 flexibilidad vigente' : `Hay ${n} flexibilidades vigentes`}${dollars ? `, por ${dollars}` : ''}:`,
  authorities: {
    'state board waiver': 'Exención de la Junta Estatal de Educación',
    statute: 'La ley misma',
    'federal waiver': 'Exención federal',
    'local board': 'La junta del propio distrito',
    'grant terms': 'Las condiciones de una subvención',
    other: 'Otra autoridad',
  },
  flexibilityLine: (until, dollars) => `, hasta el ${until}. ${dollars ?? 'Uso'}: `,
  external: (dollars) => `Organizaciones externas han aportado ${dollars} para el trabajo.`,
  leverage: (ratio) => `Por cada dólar propio de los distritos, ${ratio} de otras fuentes.`,

  focus: 'Preparar a los estudiantes para el éxito con un trabajo enfocado',
  focusText:
    'El objetivo es que todos los estudiantes estén listos para tener éxito en la educación superior o en una carrera con un potencial importante de crecimiento económico, con un trabajo enfocado en:',
  focusCounts: (benchmarks, engagements) =>
    [
      benchmarks === 0 ? 'todavía sin indicador' : some(benchmarks, 'indicador', 'indicadores'),
      ...(engagements === null
        ? []
        : [
            engagements === 0
              ? 'todavía sin trabajo conjunto'
              : some(engagements, 'trabajo conjunto', 'trabajos conjuntos'),
          ]),
    ].join(', '),

  reform: 'Liderar la reforma de los distritos',
  reformText:
    'Al aportar experiencia, desarrollar en conjunto y sumar a organizaciones externas, la alianza trabaja con cuatro estrategias:',
  noEngagement: 'todavía sin trabajo',

  glance: 'De un vistazo',
  partnership: 'La alianza',
  helps: (helper, helped) => `${helper} ayuda a ${helped}`,
  together: 'los dos en conjunto',
  withPartners: (partners) => `con ${partners}`,
  engagementStates: {
    agreed: 'en marcha',
    testing: 'a prueba',
    suspended: 'suspendido',
  },
  came: {
    worked: 'terminado: funcionó',
    'did not work': 'se intentó y no funcionó',
    ended: 'terminado',
  },

  significance: 'Por qué importa',
  collaboration: {
    name: 'Colaboración estructurada',
    means: 'Para acelerar el ritmo de la reforma de los distritos',
  },
  flexibility: { name: 'Mayor flexibilidad', means: 'Mayor control local de los recursos' },
  accountability: {
    name: 'Mayor rendición de cuentas',
    means: 'Un compromiso con metas académicas específicas',
  },
  contactsHeld: (n) =>
    n === 1 ? '1 visita, llamada o reunión realizada' : `${n} visitas, llamadas y reuniones realizadas`,
  commitments: (done, made) =>
    made === 1
      ? `${done} de 1 compromiso del período cumplido`
      : `${done} de ${made} compromisos del período cumplidos`,
  hours: (giver, receiver, hours) => `${giver} dio a ${receiver} ${hours} horas`,
  cycles: (run, ended) =>
    `${some(run, 'prueba de un cambio', 'pruebas de cambios')}, ${some(ended, 'concluida', 'concluidas')}`,
  claimLead: '¿Cambió el ritmo?',
  claims: {
    'sped up': 'se aceleró',
    slowed: 'se hizo más lento',
    'cannot tell': 'todavía no se puede saber',
  },
  claimSeen: 'la respuesta está en «Indicadores, metas y ritmo»',
  claimNote: (day) => `La pregunta se fijó el ${day}, antes de abrir sus cifras.`,
  noClaim: 'Todavía no se ha puesto a prueba si el ritmo cambió.',
  conditions: (met, all) =>
    all === 1 ? `${met} de 1 condición cumplida` : `${met} de ${all} condiciones cumplidas`,
  statusCounts: (counts) =>
    `De las series de metas: ${counts.map(({ status, n }) => `${n} ${spanish.paces[status]}`).join(', ')}.`,

  benchmarks: 'Indicadores, metas y ritmo',
  noBenchmarks: 'Todavía no se ha fijado ningún indicador.',
  benchmarksText:
    'El indicador es compartido; las metas son propias de cada distrito. El ritmo compara el cambio por año hasta ahora con el que hace falta.',
  tableCaption: 'La cifra más reciente, la meta y el ritmo de cada distrito, por indicador',
  measureColumn: 'Indicador',
  inYear: (year) => `en ${year}`,
  target: (value, year) => `meta ${value} para ${year}`,
  noTarget: 'todavía sin meta',
  perYear: (actual, required) =>
    [
      ...(actual === null ? [] : [`${actual} por año`]),
      ...(required === null ? [] : [`hace falta ${required}`]),
    ].join('; '),
  noFigure: 'sin cifra',
  noMeasure: (area) => `${area}: todavía sin indicador.`,
  paceNote:
    '«No se puede saber»: la diferencia podría deberse solo al azar. «Demasiado pronto»: hay menos de dos resultados desde el punto de partida.',
  withheldNote:
    'Una cifra reservada podría señalar a unos pocos estudiantes, o permitir que se deduzca otra cifra.',

  asOf: (day) => `Al ${day}`,
  contacts: 'Para más información',
  noContact: 'Todavía no hay un contacto.',
  boards: 'Juntas directivas y superintendentes',
  superintendents: 'Superintendentes',
  sources: (titles) => `Cifras: ${titles}.`,
  synthetic: 'Las cifras llamadas «synthetic» fueron inventadas por el generador de la muestra.',
  madeFrom: (review, day) => `Hecha con el paquete sellado de la revisión «${review}», con cifras al ${day}.`,
  signedBy: (people) => `Firmado por ${people}.`,
  unsigned: 'Todavía nadie lo ha firmado.',
  check: 'Cualquier persona puede comprobarla: tandem verify FILE. Paquete',

  otherLanguage: 'In English',
  download: 'Descargar el PDF',
  numbersAs: (format) => `Cifras en ${format}`,
  openData: 'Datos abiertos',
  openDataText: (licence) =>
    `Cada cifra de esta hoja con su definición, su fuente y su número de estudiantes. Cualquier persona puede usarlas bajo ${licence}; nombre a la alianza.`,
  definitions: 'Cómo se obtienen estas cifras',
  counted: (numerator, denominator) => `${numerator}, de: ${denominator}`,
  newer: 'Se ha publicado una hoja informativa más reciente.',
  seeNewest: 'Ver la más reciente',
  earlier: 'Hojas informativas anteriores',

  provenances: { agreed: null, proposed: 'propuesta', placeholder: 'provisional' },
  paces: {
    met: 'cumplida',
    'on pace': 'a buen ritmo',
    behind: 'por debajo del ritmo necesario',
    'moving away': 'se aleja de la meta',
    'cannot tell': 'no se puede saber',
    'too early': 'demasiado pronto para saber',
    'too few students': 'muy pocos estudiantes para saber',
  },
  withheld: {
    'few students': 'reservada: muy pocos estudiantes',
    'protects another cell': 'reservada: protege otra cifra',
    'earlier release': 'reservada: protege una publicación anterior',
    agreement: 'reservada: fuera del acuerdo',
    'not reported': 'sin informar',
  },
  units: {
    percent: null,
    points: 'puntos',
    'per thousand': 'por mil',
    index: 'índice',
    rating: 'calificación',
    hours: 'horas',
    letter: null,
    flag: null,
  },
  focusAreas: {
    mathematics: { name: 'Matemáticas', on: 'currículo' },
    'english-learners': { name: 'Estudiantes que aprenden inglés', on: 'estudiantes' },
    leadership: { name: 'Desarrollo de liderazgo', on: 'adultos' },
    'college-career': { name: 'Universidad y carrera', on: 'preparación' },
  },
  strategies: {
    rigor: 'Aumentar el rigor académico para todos los estudiantes',
    'leadership-capacity': 'Fortalecer la capacidad de liderazgo de los adultos',
    'aligned-systems': 'Alinear todos los sistemas para una organización eficaz y eficiente',
    'external-partners': 'Asegurar el apoyo de organizaciones externas para arraigar el trabajo',
  },
  modes: {
    assistance: {
      name: 'Ayuda entre socios',
      means: 'El distrito que tiene experiencia en un área ayuda al otro a desarrollar su capacidad',
    },
    joint: {
      name: 'Desarrollo conjunto',
      means: 'Trabajar juntos para desarrollar la capacidad de atender una necesidad común',
    },
    external: {
      name: 'Trabajo colectivo con grupos externos',
      means: 'Suma a organizaciones externas para obtener recursos',
    },
  },
  groups: {
    ALL: 'Todos los estudiantes',
    EL: 'Estudiantes que aprenden inglés',
    ELO: 'Solo estudiantes que aprenden inglés hoy',
    RFP: 'Reclasificados recientemente',
    EVER: 'Alguna vez estudiantes que aprenden inglés',
    LTEL: 'Estudiantes que aprenden inglés desde hace muchos años',
    LTEL6: 'Estudiantes que aprenden inglés desde hace muchos años (Código de Educación 313.1)',
    ARL: 'En riesgo de tardar muchos años en aprender inglés',
    EO: 'Solo inglés',
    SED: 'En desventaja socioeconómica',
    SWD: 'Estudiantes con discapacidades',
    FOS: 'Jóvenes en hogares de crianza',
    HOM: 'Estudiantes sin hogar',
    MIG: 'Migrantes',
    AA: 'Afroamericanos',
    AI: 'Indígenas americanos o nativos de Alaska',
    AS: 'Asiáticos',
    FI: 'Filipinos',
    HI: 'Hispanos o latinos',
    PI: 'Isleños del Pacífico',
    WH: 'Blancos',
    MR: 'Dos o más razas',
    NR: 'Raza no informada',
    F: 'Mujeres',
    M: 'Hombres',
    X: 'No binarios',
    GNR: 'Género no informado',
    SBA: 'Presentaron el examen Smarter Balanced',
    CAA: 'Presentaron el examen alternativo',
  },
  measures: spanishMeasures,
};
