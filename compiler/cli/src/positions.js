/* Leads stack frames of the program back to Go, by the source map beside it; runs only when a trace is printed. */
globalThis.$goesPositions = ((lines, sources, root) => {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const decode = (mappings) => {
    let source = 0, line = 0, column = 0;
    return mappings.split(";").map((text) => {
      let generated = 0;
      return text.split(",").filter(Boolean).map((segment) => {
        const values = [];
        for (let at = 0; at < segment.length;) {
          let value = 0, shift = 0, digit;
          do {
            digit = digits.indexOf(segment[at++]);
            value |= (digit & 31) << shift;
            shift += 5;
          } while (digit & 32);
          values.push(value & 1 ? -(value >> 1) : value >> 1);
        }
        generated += values[0];
        source += values[1] ?? 0;
        line += values[2] ?? 0;
        column += values[3] ?? 0;
        return { generated, source: values.length > 1 ? source : -1, line, column };
      });
    });
  };
  return (frame) => {
    if (lines === null) {
      const { readFileSync } = process.getBuiltinModule("fs"), { resolve } = process.getBuiltinModule("path");
      const map = JSON.parse(readFileSync(frame.file + ".map", "utf8"));
      lines = decode(map.mappings);
      sources = map.sources.map((name) => resolve(root, name));
    }
    /* This code is the first line of the file, which the map does not know. */
    const segment = lines[frame.line - 2]?.findLast(({ generated }) => generated < frame.column);
    if (segment === undefined || segment.source < 0) return null;
    return { name: frame.name, file: sources[segment.source], line: segment.line + 1, column: segment.column + 1 };
  };
})(null, null, "$root");
