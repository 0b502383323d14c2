/** Recorded apart from the score; it never enters the composite (product.md, section 3). */
export const RECOMMENDATIONS = ["strong-no", "no", "yes", "strong-yes", "no-decision"] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

export const CONFIDENCES = ["low", "medium", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];
