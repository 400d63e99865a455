import { expect, test } from 'vitest'
import { recognise, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'
import { readDocument } from './read-document.ts'

const readBelow = (texts: readonly string[], rows: string) =>
  readDocument(
    {
      format: 'docx',
      tables: [{ ...sourceTable('Table', rows), declaredHeader: [1] }],
      texts,
      statements: [],
      prose: 0,
      pictures: 0,
      issues: [],
    },
    { naming: { party: 'Nordlicht IT', side: 'msp' }, recogniser: () => recognise, told: { tables: [], words: {} } },
  )

test.each([
  [
    ['D = Durchführung, V = Verantwortung, M = Mitwirkung, I = Information'],
    'Leistung | Anforderung | Dienstleister | Auftraggeber / A | 3.1.1 | D | V / B | 3.1.2 | D\\V | I / C | 3.1.3 | M | D, V / D | 3.1.4 | I | D\\V',
    ['3.1.1 shared', '3.1.2 msp', '3.1.3 shared', '3.1.4 client'],
  ],
  [
    ['R : Réalise, V : Valide, P : Participe'],
    'Activité | Exigence | Prestataire | Client / A | 3.1.1 | R\\V | / B | 3.1.2 | R | V / C | 3.1.3 | P | R',
    ['3.1.1 msp', '3.1.2 shared', '3.1.3 shared'],
  ],
  [
    ['E = Exécutant, A = Approbateur'],
    'Activité | Exigence | Prestataire | Client / A | 3.1.1 | E\\A | / B | 3.1.2 | E | A / C | 3.1.3 | | E\\A',
    ['3.1.1 msp', '3.1.2 shared', '3.1.3 client'],
  ],
  [
    ['P = Performs, A = Assists, R = Reviews'],
    'Task | Practice | MSP | Client / A | 3.1.1 | P | A / B | 3.1.2 | P | R / C | 3.1.3 | P | ',
    ['3.1.1 shared', '3.1.2 unclear', '3.1.3 msp'],
  ],
  [
    ['In this document R means “Recommended”, A “Agreed”.'],
    'Task | Practice | MSP | Client / A | 3.1.1 | R | A / B | 3.1.2 | R | R',
    ['3.1.1 unclear', '3.1.2 unclear'],
  ],
  [
    ['Lecture : R désigne le responsable du résultat, A l’acteur qui exécute, C celui qui est consulté.'],
    'Activité | Exigence | Prestataire | Client / A | 3.1.1 | A, R | / B | 3.1.2 | A | R',
    ['3.1.1 msp', '3.1.2 shared'],
  ],
])('letters as %s explains them', (texts, rows, expected) => {
  expect(said(readBelow(texts, rows))).toEqual(expected)
})
