/** The header by which every answer says whether it comes from a drill, whose conduct is invented: `drill` or `live`. */
export const MODE_HEADER = 'dondoc-mode';

/** How the media types of what the engine keeps begin: nobody can hand such a thing in, and taking it is no reading of a person's. */
export const ENGINE_MEDIA_TYPE = 'application/vnd.dondoc.engine';
