/** The header by which every answer says whether it comes from a drill, whose conduct is invented: `drill` or `live`. */
export const MODE_HEADER = 'dondoc-mode';
