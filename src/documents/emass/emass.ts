// The DoD assessment results template as an export format: a copy of the user's blank, with the inheritance columns filled in.
import { Refusal } from '../../core/refusal.ts'
import type { Writer } from '../format.ts'
import { emassRemarks, fillEmass } from './fill-template.ts'

export const emassWriter: Writer = {
  takes: ['template'],
  whole: {
    carries: [],
    only: 'the columns Inherited and ESP name, and the name of the organization assessed',
    remarks: (subject) =>
      subject.rendition.template === undefined ? [] : emassRemarks(subject.rendition.template, subject),
    write: async (subject) => {
      const { template } = subject.rendition
      if (template === undefined)
        throw new Refusal('invalid', 'this export fills in a copy of your own blank template', [
          {
            at: '--template',
            message:
              'name the CMMC Level 2 assessment results template (.xlsx) that CMMC eMASS provides; Demarc does not ship it',
          },
        ])
      return fillEmass(template, subject)
    },
  },
}
