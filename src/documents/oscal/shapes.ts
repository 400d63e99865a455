// The parts of OSCAL 1.2.2 that we write, in the order in which its schema lists their fields.

export interface Prop {
  readonly name: string
  readonly ns?: string
  readonly value: string
  readonly remarks?: string
}

export interface Link {
  readonly href: string
  readonly rel?: string
}

export interface ResponsibleRole {
  readonly 'role-id': string
  readonly props?: readonly Prop[]
  readonly 'party-uuids'?: readonly string[]
}

/** `provided`, `responsibilities`, `inherited` and `satisfied` differ in what they point to. */
export interface Share {
  readonly uuid: string
  readonly 'provided-uuid'?: string
  readonly 'responsibility-uuid'?: string
  readonly description: string
  readonly props?: readonly Prop[]
  readonly links?: readonly Link[]
  readonly 'responsible-roles'?: readonly ResponsibleRole[]
  readonly remarks?: string
}

export interface ByComponent {
  readonly 'component-uuid': string
  readonly uuid: string
  readonly description: string
  readonly props?: readonly Prop[]
  readonly 'implementation-status': { readonly state: 'planned' | 'not-applicable'; readonly remarks: string }
  readonly export?: {
    readonly description: string
    readonly provided?: readonly Share[]
    readonly responsibilities?: readonly Share[]
  }
  readonly inherited?: readonly Share[]
  readonly satisfied?: readonly Share[]
  readonly remarks?: string
}

export interface Statement {
  readonly 'statement-id': string
  readonly uuid: string
  readonly description?: string
  readonly props: readonly Prop[]
  readonly 'responsible-roles'?: readonly ResponsibleRole[]
  readonly 'by-components'?: readonly ByComponent[]
  readonly remarks?: string
}

export interface ImplementedRequirement {
  readonly uuid: string
  readonly 'control-id': string
  readonly description?: string
  readonly props: readonly Prop[]
  readonly statements: readonly Statement[]
  readonly remarks?: string
}

export interface Component {
  readonly uuid: string
  readonly type: string
  readonly title: string
  readonly description: string
  readonly props?: readonly Prop[]
  readonly status?: { readonly state: 'other'; readonly remarks: string }
  readonly 'responsible-roles'?: readonly ResponsibleRole[]
}

export interface Resource {
  readonly uuid: string
  readonly title: string
  readonly description?: string
  readonly props?: readonly Prop[]
  readonly citation?: { readonly text: string }
  readonly rlinks?: readonly { readonly href: string; readonly 'media-type': string }[]
  readonly remarks?: string
}
