/** Which submission's figures counted for obligation `o` at an instant, as SQL: column `f.ordinal`, null when none did. */
export const figuresAsOf = (
  place: string,
) => `LEFT JOIN LATERAL (SELECT g.ordinal, g.recorded_at FROM read.figures AS g
       WHERE g.obligation_id = o.obligation_id AND g.recorded_at <= ${place} ORDER BY g.seq DESC LIMIT 1) AS f ON true`;
