// The control families of NIST SP 800-53 Rev. 5, and the published order of its controls.

export const controlFamilies: Readonly<Record<string, string>> = {
  AC: 'Access Control',
  AT: 'Awareness and Training',
  AU: 'Audit and Accountability',
  CA: 'Assessment, Authorization, and Monitoring',
  CM: 'Configuration Management',
  CP: 'Contingency Planning',
  IA: 'Identification and Authentication',
  IR: 'Incident Response',
  MA: 'Maintenance',
  MP: 'Media Protection',
  PE: 'Physical and Environmental Protection',
  PL: 'Planning',
  PM: 'Program Management',
  PS: 'Personnel Security',
  PT: 'PII Processing and Transparency',
  RA: 'Risk Assessment',
  SA: 'System and Services Acquisition',
  SC: 'System and Communications Protection',
  SI: 'System and Information Integrity',
  SR: 'Supply Chain Risk Management',
}

export function controlFamily(control: string): string {
  return control.split('-', 1)[0]!
}

/** Family, number, enhancement: AC-2, AC-2(1), AC-11. */
export function inPublishedOrder(a: string, b: string): number {
  const [one, other] = [place(a), place(b)]
  if (one.family !== other.family) return one.family < other.family ? -1 : 1
  return one.number - other.number || one.enhancement - other.enhancement
}

function place(control: string): { readonly family: string; readonly number: number; readonly enhancement: number } {
  const [, family = control, number = '0', enhancement = '0'] = /^([A-Z]+)-(\d+)(?:\((\d+)\))?/.exec(control) ?? []
  return { family, number: Number(number), enhancement: Number(enhancement) }
}
