/**
 * The ids under which the drill registers its directives: the same in every drill. A symbol is no id: `04/CT-UBND` is
 * of Thanh Hóa in 2018 and of Hậu Giang in 2021.
 */
export const DIRECTIVE_IDS = {
  /** 09-CT/TU of the Standing Board of the Party Committee of Thanh Hóa, 30/12/2011. */
  s2: 'd-09-ct-tu-th',
  /** 07/CT-BCA-V28 of the Ministry of Public Security, 15/08/2014. */
  s4: 'd-07-ct-bca-v28',
  /** 04/CT-UBND of Thanh Hóa, 02/04/2018. */
  s0: 'd-04-ct-ubnd-th',
  /** 04/CT-UBND of Hậu Giang, 18/03/2021. */
  s3: 'd-04-ct-ubnd-hg',
} as const;

export type DirectiveId = (typeof DIRECTIVE_IDS)[keyof typeof DIRECTIVE_IDS];
