/* Leads stacks of the program back to Go, by the source map beside it; works only when a trace is asked for. */
globalThis.$goesTrace = ((folder, module) => {
  /* The program may have declarations of these names. */
  const { Boolean, Error, JSON, Map, Math, Number, String, TypeError, URL, process } = globalThis;
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let map = null, lines = null, code = null;

  const read = (name) => {
    const host = globalThis.$goesHost;
    return host ? host.source(name) : process.getBuiltinModule("fs").readFileSync(new globalThis.URL(module + name), "utf8");
  };

  const load = () => {
    if (map !== null) return;
    map = JSON.parse(read(".map"));
    let source = 0, line = 0, column = 0;
    lines = map.mappings.split(";").map((text) => {
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
        source += values[1];
        line += values[2];
        column += values[3];
        return { generated, source, line, column };
      });
    });
  };

  const isBefore = (line, column, otherLine, otherColumn) => line < otherLine || line === otherLine && column <= otherColumn;

  /* The name of a source as Go tells it: a replacement of a standard package stands for the original. */
  const fileName = (name) => {
    const std = /(?:^|\/)stdlib-shims\/(.*)/.exec(name);
    return std ? "/usr/local/go/src/" + std[1] : name.startsWith("/") ? name : folder + "/" + name;
  };

  /* The Go frame of a place in a source; line and column count from 0. */
  const frameAt = (source, line, column) => {
    const { functions, init, lines: directives } = map.x_goes[source];
    /* Functions that contain the place, of which the last begins last. */
    let found = null;
    for (const one of functions) {
      if (isBefore(one[0], one[1], line, column) && isBefore(line, column, one[2], one[3]) && (found === null || isBefore(found[0], found[1], one[0], one[1]))) found = one;
    }
    const directive = directives.findLast((one) => isBefore(one[0], one[1], line, column));
    return {
      name: found?.[4] ?? init,
      file: directive ? directive[2] : fileName(map.sources[source]),
      line: directive ? directive[3] + line - directive[0] : line + 1,
      column: column + 1,
      hasParams: found?.[5] ?? false,
      isDeclared: found !== null && !/\.func\d+(\.|$)|-range/.test(found[4]),
    };
  };

  /* The Go frame of a place in the emitted code, from 1 each; this code is its first line, which the map does not know. */
  const frameOf = (line, column) => {
    const segment = lines[line - 2]?.findLast(({ generated }) => generated < column);
    return segment === undefined ? null : frameAt(segment.source, segment.line, segment.column);
  };

  /* The Go frame of a position among all sources. */
  const frameOfSite = (site) => {
    let source = -1;
    map.x_goes.forEach(({ base }, index) => {
      if (base <= site && (source < 0 || base > map.x_goes[source].base)) source = index;
    });
    if (source < 0) return null;
    const text = map.sourcesContent[source];
    let at = 0, line = 0, start = 0;
    for (let position = map.x_goes[source].base; position < site && at < text.length; at++) {
      const unit = text.charCodeAt(at);
      position += unit < 128 ? 1 : unit < 2048 || unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
      if (unit === 10) {
        line++;
        start = at + 1;
      }
    }
    return frameAt(source, line, at - start);
  };

  const ofRuntime = (name, file, line) => ({ name: "runtime." + name, file: "/usr/local/go/src/runtime/" + file, line, column: 1, hasParams: true });

  /* What Go's runtime calls between a fault and the deferred functions. */
  const panicking = (panic) => {
    if (panic.isGoexit) return [ofRuntime("Goexit", "panic.go", 694)];
    const frames = [ofRuntime("gopanic", "panic.go", 860)], { isSignal, typeText, text = "" } = panic.value ?? {};
    if (isSignal) frames.push(ofRuntime("panicmem", "panic.go", 336), ofRuntime("sigpanic", "signal_unix.go", 931));
    else if (typeText === "runtime.boundsError") frames.push(ofRuntime("panicBounds64", "panic.go", 236), ofRuntime("panicBounds", "asm_amd64.s", 2129));
    else if (/divide by zero$/.test(text)) frames.push(ofRuntime("panicdivide", "panic.go", 315));
    return frames;
  };

  /* The call in a line of a JavaScript stack, its frame null if it is of the runtime; null for the host's and for text. */
  const call = (text) => {
    const parts = /^\s*at (?:async )?(?:(.*?) \()?(.*?)(?::(\d+))?(?::(\d+))?\)?$/.exec(text) ?? /^(.*?)@(.*?):(\d+)(?::(\d+))?$/.exec(text);
    if (parts === null || /^node:|^native$|^<anonymous>$/.test(parts[2])) return null;
    const [, name = "", , line = "0", column = "0"] = parts;
    return { name: name.replace(/^.*<anonymous>$/, ""), frame: frameOf(Number(line), Number(column)) };
  };

  /* The calls by their lines: a test may ask for its callers a million times, from a few places. */
  const known = new Map();

  const calls = (stack) => {
    const found = [];
    for (const text of (stack ?? "").split("\n")) {
      const one = known.get(text) ?? call(text);
      if (one === null) continue;
      known.set(text, one);
      found.push(one);
    }
    return found;
  };

  const append = (frames, error, deferring, waiting) => {
    const found = calls(error?.stack);
    for (let at = 0; at < found.length; at++) {
      const { name, frame } = found[at];
      if (frame === null) {
        if (!/(^|\.)run$/.test(name) || deferring === null) continue;
        const { before, outer } = deferring;
        deferring = outer;
        if (before === null) continue;
        /* The deferred call was made while the stack still stood that the panic has left. */
        frames.push(...panicking(before));
        const origin = before.cause ?? before;
        /* After very many panics no traces are taken. */
        if (calls(origin.stack).length === 0) continue;
        append(frames, origin, before.deferring, origin.waiting ?? before.waiting ?? waiting);
        return;
      }
      /* Functions without a name in a declared one, or that a frame calls deferred, may be our own wrappers. */
      const isDeferred = found[at + 1] !== undefined && /(^|\.)run$/.test(found[at + 1].name) && found[at + 1].frame === null;
      if (name === "" && (frame.isDeclared || isDeferred && found.slice(at + 2).find(({ frame }) => frame !== null)?.frame.name === frame.name)) continue;
      frames.push(frame);
    }
    for (; waiting; waiting = waiting.caller) {
      const frame = typeof waiting.site === "number" ? frameOfSite(waiting.site) : null;
      if (frame !== null) frames.push(frame);
    }
  };

  Error.stackTraceLimit = 100;
  return {
    frames(error, deferring, waiting) {
      load();
      const frames = [];
      append(frames, error, deferring, waiting);
      return frames;
    },

    /* "By default, a failure prints a stack trace for the current goroutine, eliding functions internal to the run-time system". */
    text: (frames) => frames
      .filter(({ name }) => name === "runtime.gopanic" || !/^runtime\.[a-z]/.test(name))
      .map(({ name, file, line, column, hasParams }) =>
        `${name === "runtime.gopanic" ? "panic" : name}(${hasParams ? "..." : ""})\n\t${file}:${line} +0x${column.toString(16)}\n`)
      .join(""),

    /* The report for an exception of JavaScript that nothing has caught. It tells exceptions apart as `crash` of the
       runtime does: for that to pass on what it found would cost every program a few bytes. */
    crash(thrown, id) {
      const { message, created = "" } = thrown;
      const isNil = thrown instanceof TypeError && /null|^(?!.*(undef|bigint|itera))/i.test(message);
      const text = /stack|recurs/.test(message) ? "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow"
        : isNil ? "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]"
          : "goes: " + thrown;
      const trace = isNil || text[0] === "r" ? this.text(this.frames(thrown, null, thrown.waiting ?? null)) : thrown.stack + "\n";
      return `${text}\n\ngoroutine ${id} [running]:\n${trace}${created}`;
    },

    functionName(fn) {
      load();
      code ??= read("");
      const { name } = fn, declared = name.endsWith("$value") ? name.slice(0, -6) : null;
      const start = declared === null ? code.indexOf(String(fn)) : Math.max(code.indexOf(`function ${declared}(`), code.indexOf(`function* ${declared}(`));
      if (start < 0) return "main." + name;
      const before = code.slice(0, start).split("\n"), column = before[before.length - 1].length;
      const segment = lines[before.length - 2]?.find(({ generated }) => generated >= column);
      return segment === undefined ? "main." + name : frameAt(segment.source, segment.line, segment.column).name;
    },
  };
})($folder, import.meta.url);
