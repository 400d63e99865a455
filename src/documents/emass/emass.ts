// The DoD assessment results template as an export format: a copy of the user's blank, with the inheritance columns filled in.
import type { Writer } from '../format.ts'
import { emassRemarks, fillEmass } from './fill-template.ts'

export const emassWriter: Writer = {
  takes: ['template'],
  fillsIn:
    'name the CMMC Level 2 assessment results template (.xlsx) that CMMC eMASS provides; Demarc does not ship it',
  whole: {
    carries: [],
    only: 'the columns Inherited and ESP name, and the name of the organization assessed',
    remarks: (subject) =>
      subject.rendition.template === undefined ? [] : emassRemarks(subject.rendition.template, subject),
    write: async (subject) => {
      const { template } = subject.rendition
      if (template === undefined) throw new Error('a writer that fills in a template was given none')
      return fillEmass(template, subject)
    },
  },
}
