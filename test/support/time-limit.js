/** Tests on real services may take longer than jest's five seconds, on two busy cores above all. */
jest.setTimeout(60_000);
