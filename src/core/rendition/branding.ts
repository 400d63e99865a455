// Branding: how an MSP's documents look: its logo, two colours, its address line.

export interface Logo {
  readonly kind: 'png' | 'jpeg' | 'svg'
  readonly bytes: Uint8Array
  /** pixels, or units of the drawing */
  readonly width: number
  readonly height: number
  /** what it shows, for readers who do not see it */
  readonly alt: string
}

export interface Branding {
  /** whose documents these are, as it wants to be named at their head */
  readonly name?: string | undefined
  /** one line: address, telephone, site */
  readonly address?: string | undefined
  readonly logo?: Logo | undefined
  /** #rrggbb, dark enough that white text on it can be read (4.5 : 1) */
  readonly primary: string
  /** #rrggbb, light: behind table headers and groups, under dark text */
  readonly tint: string
}

export const plainBranding: Branding = { primary: '#1f3a5f', tint: '#e8eef5' }
