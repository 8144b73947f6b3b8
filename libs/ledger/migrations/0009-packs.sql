-- The reactor's second consumer makes review packs: it puts them into the content store, by their hash.

GRANT SELECT, INSERT ON work.content TO dondoc_reactor;
