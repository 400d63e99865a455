// Colours by the contrast that WCAG measures: text must be readable on what lies behind it.

/** The ratio of WCAG 2.2 between two colours #rrggbb, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The colour thinned with white until it can lie behind dark text: nine parts of white. */
export function tintOf(colour: string): string {
  return `#${channels(colour)
    .map((value) =>
      Math.round(255 - (255 - value) * 0.1)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
