// Headless Chromium, kept warm, printing one page: what one would use instead of a typesetter.
import { spawnSync } from 'node:child_process'
import { chromium } from 'playwright-core'

interface Printer {
  readonly print: () => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** Undefined where the machine has no Chromium. */
export async function chromiumPrinter(html: string): Promise<Printer | undefined> {
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const browser = await chromium.launch({ executablePath: stdout.trim(), args: ['--no-sandbox'] })
  return {
    print: async () => {
      const page = await browser.newPage()
      await page.setContent(html)
      const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true })
      await page.close()
      return bytes
    },
    close: () => browser.close(),
  }
}
