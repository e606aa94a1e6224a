import { cosine, exponential, logarithm, polynomial, power, sine } from "./elementary.js";

// The Gamma function by Moshier's Cephes, the error functions by Sun's msun, as Go has them, to the last digit.

/** x·e for 0 … 0.84375: what the error function is more than x. */
function ratioNearZero(x) {
  const z = x * x;
  return polynomial(z, [
    -2.37630166566501626084e-5, -5.77027029648944159157e-3, -2.84817495755985104766e-2, -3.25042107247001499370e-1,
    1.28379167095512558561e-1,
  ]) / polynomial(z, [
    -3.96022827877536812320e-6, 1.32494738004321644526e-4, 5.08130628187576562776e-3, 6.50222499887672944485e-2,
    3.97917223959155352819e-1, 1,
  ]);
}

/** erf(x) − erf(1), roughly, for 0.84375 … 1.25. */
function ratioNearOne(x) {
  const s = x - 1;
  return polynomial(s, [
    -2.16637559486879084300e-3, 3.54783043256182359371e-2, -1.10894694282396677476e-1, 3.18346619901161753674e-1,
    -3.72207876035701323847e-1, 4.14856118683748331666e-1, -2.36211856075265944077e-3,
  ]) / polynomial(s, [
    1.19844998467991074170e-2, 1.36370839120290507362e-2, 1.26171219808761642112e-1, 7.18286544141962662868e-2,
    5.40397917702171048937e-1, 1.06420880400844228286e-1, 1,
  ]);
}

const AT_ONE = 8.45062911510467529297e-1;

/** 1 − erf(x) for 1.25 … 28. */
function tail(x) {
  const s = 1 / (x * x);
  const ratio = x < 1 / 0.35 ? nearRatio(s) : farRatio(s);
  // The upper half of x has an exact square.
  const halves = new DataView(new ArrayBuffer(8));
  halves.setFloat64(0, x);
  halves.setUint32(4, 0);
  const z = halves.getFloat64(0);
  return exponential(-z * z - 0.5625) * exponential((z - x) * (z + x) + ratio) / x;
}

function nearRatio(s) {
  return polynomial(s, [
    -9.81432934416914548592, -8.12874355063065934246e1, -1.84605092906711035994e2, -1.62396669462573470355e2,
    -6.23753324503260060396e1, -1.05586262253232909814e1, -6.93858572707181764372e-1, -9.86494403484714822705e-3,
  ]) / polynomial(s, [
    -6.04244152148580987438e-2, 6.57024977031928170135, 1.08635005541779435134e2, 4.29008140027567833386e2, 6.45387271733267880336e2,
    4.34565877475229228821e2, 1.37657754143519042600e2, 1.96512716674392571292e1, 1,
  ]);
}

function farRatio(s) {
  return polynomial(s, [
    -4.83519191608651397019e2, -1.02509513161107724954e3, -6.37566443368389627722e2, -1.60636384855821916062e2,
    -1.77579549177547519889e1, -7.99283237680523006574e-1, -9.86494292470009928597e-3,
  ]) / polynomial(s, [
    -2.24409524465858183362e1, 4.74528541206955367215e2, 2.55305040643316442583e3, 3.19985821950859553908e3, 1.53672958608443695994e3,
    3.25792512996573918826e2, 3.03380607434824582924e1, 1,
  ]);
}

export function errorFunction(x) {
  if (x !== x) return x;
  if (x < 0) return -errorFunction(-x);
  if (x < 0.84375) {
    if (x < 2.848094538889218e-306) return 0.125 * (8 * x + 1.02703333676410069053 * x);
    return x < 3.725290298461914e-9 ? x + 1.28379167095512586316e-1 * x : x + x * ratioNearZero(x);
  }
  if (x < 1.25) return AT_ONE + ratioNearOne(x);
  return x >= 6 ? 1 : 1 - tail(x);
}

export function complementaryErrorFunction(x) {
  if (x !== x) return x;
  const a = Math.abs(x), isNegative = x < 0;
  if (a < 0.84375) {
    let y = a;
    if (a >= 1.3877787807814457e-17) {
      const more = a * ratioNearZero(a);
      y = a < 0.25 ? a + more : 0.5 + (more + (a - 0.5));
    }
    return isNegative ? 1 + y : 1 - y;
  }
  if (a < 1.25) return isNegative ? 1 + AT_ONE + ratioNearOne(a) : 1 - AT_ONE - ratioNearOne(a);
  if (a >= 28 || (isNegative && a > 6)) return isNegative ? 2 : 0;
  return isNegative ? 2 - tail(a) : tail(a);
}

/** Stirling's formula, as two factors so that neither overflows. */
function stirling(x) {
  if (x > 200) return [Infinity, 1];
  const w = 1 / x;
  const correction = 1 + w * polynomial(w, [
    7.87311395793093628397e-4, -2.29549961613378126380e-4, -2.68132617805781232825e-3, 3.47222221605458667310e-3, 8.33333333333482257126e-2,
  ]);
  const e = exponential(x);
  if (x <= 143.01608) return [power(x, x - 0.5) / e, 2.506628274631000502417 * correction * 1];
  const half = power(x, 0.5 * x - 0.25);
  return [half, 2.506628274631000502417 * correction * (half / e)];
}

/** Gamma beyond 33 on either side; for negative numbers by reflection. */
function gammaFarOut(x) {
  const [first, second] = stirling(Math.abs(x));
  if (x > 0) return first * second;
  const q = -x;
  let p = Math.floor(q);
  const sign = p % 2 === 0 ? -1 : 1;
  let z = q - p;
  if (z > 0.5) {
    p++;
    z = q - p;
  }
  z = Math.abs(q * sine(Math.PI * z));
  if (z === 0) return sign * Infinity;
  const product = z * first * second;
  return sign * (product === Infinity ? Math.PI / z / first / second : Math.PI / product);
}

export function gammaFunction(x) {
  if (x === 0) return 1 / x;
  if (x !== x || x === -Infinity || (x < 0 && Math.trunc(x) === x)) return NaN;
  if (x === Infinity) return x;
  if (Math.abs(x) > 33) return gammaFarOut(x);
  // Γ(x + 1) = x·Γ(x) leads to 2 … 3.
  let z = 1;
  for (; x >= 3; z *= x) x--;
  for (; x < 0; x++) {
    if (x > -1e-9) return gammaNearZero(x, z);
    z /= x;
  }
  for (; x < 2; x++) {
    if (x < 1e-9) return gammaNearZero(x, z);
    z /= x;
  }
  if (x === 2) return z;
  x -= 2;
  const above = polynomial(x, [
    1.60119522476751861407e-4, 1.19135147006586384913e-3, 1.04213797561761569935e-2, 4.76367800457137231464e-2, 2.07448227648435975150e-1,
    4.94214826801497100753e-1, 9.99999999999999996796e-1,
  ]);
  const below = polynomial(x, [
    -2.31581873324120129819e-5, 5.39605580493303397842e-4, -4.45641913851797240494e-3, 1.18139785222060435552e-2, 3.58236398605498653373e-2,
    -2.34591795718243348568e-1, 7.14304917030273074085e-2, 1.00000000000000000320,
  ]);
  return z * above / below;
}

function gammaNearZero(x, z) {
  return x === 0 ? Infinity : z / ((1 + 0.5772156649015329 * x) * x);
}

/** sin(πx) for x > 0. */
function sineOfPi(x) {
  if (x < 0.25) return sine(Math.PI * x);
  if (Math.floor(x) === x) return 0;
  const rest = x % 2;
  switch (Math.trunc(rest * 4)) {
    case 0:
      return sine(Math.PI * rest);
    case 1:
    case 2:
      return cosine(Math.PI * (0.5 - rest));
    case 3:
    case 4:
      return sine(Math.PI * (1 - rest));
    case 5:
    case 6:
      return -cosine(Math.PI * (rest - 1.5));
  }
  return sine(Math.PI * (rest - 2));
}

/** log|Γ(x)| and the sign of Γ(x). */
export function logGamma(x) {
  if (x - x !== 0) return [x, 1];
  if (x === 0) return [Infinity, 1];
  const a = Math.abs(x);
  if (a < 8.470329472543003e-22) return [-logarithm(a), x < 0 ? -1 : 1];
  if (x > 0) return [logGammaPositive(x), 1];
  const wave = -sineOfPi(a);
  if (wave === 0) return [Infinity, 1];
  return [logarithm(Math.PI / Math.abs(wave * a)) - logGammaPositive(a), wave < 0 ? -1 : 1];
}

/** Where log Γ of 1 … 2 is least. */
const LEAST = 1.46163214496836224576;

function logGammaPositive(x) {
  if (x === 1 || x === 2) return 0;
  if (x <= 0.9) {
    const start = -logarithm(x);
    if (x >= LEAST - 1 + 0.27) return start + aroundTwo(1 - x);
    return start + (x >= LEAST - 1 - 0.27 ? aroundLeast(x - (LEAST - 1)) : aroundOne(x));
  }
  if (x < 2) {
    if (x >= LEAST + 0.27) return aroundTwo(2 - x);
    return x >= LEAST - 0.27 ? aroundLeast(x - LEAST) : aroundOne(x - 1);
  }
  if (x < 8) return logGammaUpToEight(x);
  if (x >= 288230376151711744) return x * (logarithm(x) - 1);
  const z = 1 / x;
  const w = 4.18938533204672725052e-1 + z * polynomial(z * z, [
    -1.63092934096575273989e-3, 8.36339918996282139126e-4, -5.95187557450339963135e-4, 7.93650558643019558500e-4,
    -2.77777777728775536470e-3, 8.33333333333329678849e-2,
  ]);
  return (x - 0.5) * (logarithm(x) - 1) + w;
}

function aroundTwo(y) {
  const z = y * y;
  const even = polynomial(z, [
    2.52144565451257326939e-5, 2.20862790713908385557e-4, 1.19270763183362067845e-3, 7.38555086081402883957e-3,
    6.73523010531292681824e-2, 7.72156649015328655494e-2,
  ]);
  const odd = z * polynomial(z, [
    4.48640949618915160150e-5, 1.08011567247583939954e-4, 5.10069792153511336608e-4, 2.89051383673415629091e-3,
    2.05808084325167332806e-2, 3.22467033424113591611e-1,
  ]);
  return y * even + odd - 0.5 * y;
}

function aroundLeast(y) {
  const z = y * y, w = z * y;
  const p1 = polynomial(w, [
    3.15632070903625950361e-4, -1.40346469989232843813e-3, 6.10053870246291332635e-3, -3.27885410759859649565e-2,
    4.83836122723810047042e-1,
  ]);
  const p2 = polynomial(w, [
    -3.12754168375120860518e-4, 8.81081882437654011382e-4, -3.68452016781138256760e-3, 1.79706750811820387126e-2,
    -1.47587722994593911752e-1,
  ]);
  const p3 = polynomial(w, [
    3.35529192635519073543e-4, -5.38595305356740546715e-4, 2.25964780900612472250e-3, -1.03142241298341437450e-2,
    6.46249402391333854778e-2,
  ]);
  return -1.21486290535849611461e-1 + (z * p1 - (-3.63867699703950536541e-18 - w * (p2 + y * p3)));
}

function aroundOne(y) {
  const above = y * polynomial(y, [
    1.33810918536787660377e-2, 2.28963728064692451092e-1, 9.77717527963372745603e-1, 1.45492250137234768737,
    6.32827064025093366517e-1, -7.72156649015328655494e-2,
  ]);
  const below = polynomial(y, [
    3.21709242282423911810e-3, 1.04222645593369134254e-1, 7.69285150456672783825e-1, 2.12848976379893395361,
    2.45597793713041134822, 1,
  ]);
  return -0.5 * y + above / below;
}

function logGammaUpToEight(x) {
  const whole = Math.floor(x), y = x - whole;
  const above = y * polynomial(y, [
    3.19475326584100867617e-5, 1.84028451407337715652e-3, 2.66422703033638609560e-2, 1.46350472652464452805e-1,
    3.25778796408930981787e-1, 2.14982415960608852501e-1, -7.72156649015328655494e-2,
  ]);
  const below = polynomial(y, [
    7.32668430744625636189e-6, 7.77942496381893596434e-4, 1.86459191715652901344e-2, 1.71933865632803078993e-1,
    7.21935547567138069525e-1, 1.39200533467621045958, 1,
  ]);
  let product = 1;
  for (let i = whole - 1; i >= 2; i--) product *= y + i;
  const start = 0.5 * y + above / below;
  return whole > 2 ? start + logarithm(product) : start;
}
