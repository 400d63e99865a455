// The typefaces of a Word document: ones that Word brings along, for Latin, East Asian and right-to-left letters.
import type { IFontAttributesProperties } from 'docx'
import type { Paper } from '../../core/paper/paper.ts'

const latinFace = 'Calibri'

/** Arial has Arabic and Hebrew letters wherever Word runs; Calibri has not. */
const complexFace = 'Arial'

interface EastAsian {
  readonly face: string
  readonly language: string
}

const eastAsian = {
  japanese: { face: 'Yu Gothic', language: 'ja-JP' },
  korean: { face: 'Malgun Gothic', language: 'ko-KR' },
  traditional: { face: 'Microsoft JhengHei', language: 'zh-TW' },
  simplified: { face: 'Microsoft YaHei', language: 'zh-CN' },
} as const satisfies Readonly<Record<string, EastAsian>>

/** Kana is Japanese and Hangul is Korean; Chinese characters alone are Chinese unless the paper's language says otherwise. */
export function eastAsianOf(paper: Paper): EastAsian {
  const { language } = paper
  const text = JSON.stringify(paper)
  if (/^ja\b/iu.test(language) || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return eastAsian.japanese
  if (/^ko\b/iu.test(language) || /\p{Script=Hangul}/u.test(text)) return eastAsian.korean
  return /^zh-(?:tw|hk|mo|hant)\b/iu.test(language) ? eastAsian.traditional : eastAsian.simplified
}

export function facesWith({ face }: EastAsian): IFontAttributesProperties {
  return { ascii: latinFace, hAnsi: latinFace, eastAsia: face, cs: complexFace }
}
