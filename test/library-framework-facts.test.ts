// The frameworks' published facts equal the reference: ids, order, names, families, weights, designations, limits.
import { expect, test } from 'vitest'
import { compareWithReference } from './library/reference.ts'
import { cmmcReference, hipaaReference, limitInDays, soc2Reference } from './library/reference-facts.ts'
import { frameworks } from './library/shipped.ts'

function shipped(id: 'cmmc-l2' | 'hipaa' | 'hipaa-breach' | 'soc2') {
  const { families, requirements, ...framework } = frameworks.get(id)!
  const familyTitle = new Map(families.map((family) => [family.id, family.title]))
  return { framework, families, requirements, familyTitle }
}

compareWithReference('CMMC Level 2 equals the reference', () => {
  const { framework, requirements, familyTitle } = shipped('cmmc-l2')
  const theirs = cmmcReference()

  test('in its ids, names and families, in the published order', () => {
    expect(
      requirements.map(({ id, title, family, citation }) => [id, title, family, familyTitle.get(family), citation]),
    ).toEqual(
      theirs.requirements.map((r) => [r.id, r.name, r.family, r.family_name, `NIST SP 800-171 Rev. 2, ${r.nist_id}`]),
    )
  })

  test('in its objectives', () => {
    expect(requirements.map(({ objectives }) => objectives.map(({ id }) => id))).toEqual(
      theirs.requirements.map(({ objectives }) => objectives.map(({ id }) => id)),
    )
  })

  test('in its weights, with the partial cases and the one requirement without points', () => {
    expect(requirements.map(({ id, attributes: { weight } }) => [id, weight?.value, weight?.partial?.value])).toEqual(
      theirs.requirements.map(({ id, weight }) => {
        const partial = typeof weight.special === 'object' ? weight.special?.partial : undefined
        return [id, weight.value, partial]
      }),
    )
  })

  test('in its Level 1 practices', () => {
    expect(requirements.map(({ id, attributes: { level1 } }) => [id, level1?.practice, level1?.clause])).toEqual(
      theirs.requirements.map(({ id, level_1 }) => [id, level_1?.practice_id, level_1?.far_clause]),
    )
  })

  test('in what may stand on a POA&M, and by which paragraph', () => {
    expect(requirements.map(({ id, attributes: { poam } }) => [id, poam?.eligible])).toEqual(
      theirs.requirements.map(({ id, poam }) => [id, poam.eligible]),
    )
    const byName = requirements.filter(({ attributes }) => attributes.poam?.reason.includes('(iii)'))
    expect(byName.map(({ id }) => id)).toEqual(
      theirs.requirements.filter(({ poam }) => poam.reason.includes('(iii)')).map(({ id }) => id),
    )
  })

  test('in its 800-53 controls, and those of revision 4 where they differ', () => {
    expect(requirements.map(({ id, attributes: a }) => [id, a.nist80053, a.nist80053r4 ?? a.nist80053])).toEqual(
      theirs.requirements.map((r) => [r.id, r.nist_800_53_r5, r.nist_800_53_r4]),
    )
  })

  test('in its scores', () => {
    const { max, min, conditional_min_score: conditional } = theirs.scoring
    expect(framework.scoring).toMatchObject({ max, min, conditional, withhold: 'CA.L2-3.12.4' })
  })
})

compareWithReference('the HIPAA Security Rule equals the reference', () => {
  const { requirements, familyTitle } = shipped('hipaa')
  const { items } = hipaaReference()

  test('in its ids, titles and sections, in the published order', () => {
    expect(
      requirements.map(({ id, title, family, citation }) => [id, title, family, familyTitle.get(family), citation]),
    ).toEqual(items.map((item) => [item.id, item.title, item.section, item.section_title, `45 CFR ${item.id}`]))
  })

  test('in what is a standard, what is required and addressable, and under which standard', () => {
    expect(requirements.map(({ id, attributes: a }) => [id, a.kind, a.designation, a.parent])).toEqual(
      items.map(({ id, type, designation, parent_id: parent }) => {
        const kind = type === 'standard' ? 'standard' : 'specification'
        return [id, kind, designation ?? undefined, parent ?? undefined]
      }),
    )
  })

  test('and has one objective each', () => {
    expect(requirements.map(({ objectives }) => objectives.map(({ id }) => id))).toEqual(items.map(({ id }) => [id]))
  })
})

compareWithReference('the breach duties equal the reference', () => {
  const { requirements } = shipped('hipaa-breach')
  const { duties } = hipaaReference().breach_notification

  test('in their ids, titles and sections, in the published order', () => {
    expect(requirements.map(({ id, title, family, citation }) => [id, title, family, citation])).toEqual(
      duties.map(({ id, title }) => [id, title, id.slice(0, '164.402'.length), `45 CFR ${id}`]),
    )
  })

  test('in who holds them', () => {
    expect(requirements.map(({ id, attributes }) => [id, attributes.holders])).toEqual(
      duties.map(({ id, duty_holder: holders }) => [id, holders.map((holder) => holder.replace('_', '-'))]),
    )
  })

  test('in the longest time that the law leaves', () => {
    expect(requirements.map(({ id, attributes: { deadline } }) => [id, deadline?.limit])).toEqual(
      duties.map(({ id, deadline }) => {
        const days = limitInDays(deadline)
        return [id, days === undefined ? undefined : `${days} days`]
      }),
    )
  })
})

compareWithReference('SOC 2 equals the reference', () => {
  const { framework, requirements, familyTitle } = shipped('soc2')
  const { criteria } = soc2Reference()
  const categories = {
    CC: 'security',
    A: 'availability',
    C: 'confidentiality',
    PI: 'processing-integrity',
    P: 'privacy',
  }

  test('in its ids, labels, series and categories, in the published order', () => {
    expect(
      requirements.map(({ id, title, family, attributes }) => [
        id,
        title,
        family,
        familyTitle.get(family),
        attributes.category,
      ]),
    ).toEqual(
      criteria.map((c) => [
        c.id,
        c.label,
        c.series,
        c.series_label,
        categories[c.category_code as keyof typeof categories],
      ]),
    )
  })

  test('and its categories are declared, security always chosen', () => {
    expect(framework.categories?.map(({ id, always }) => [id, always])).toEqual(
      Object.values(categories).map((id) => [id, id === 'security' ? true : undefined]),
    )
  })
})
