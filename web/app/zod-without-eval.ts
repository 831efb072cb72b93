/**
 * Zod compiles its checks with `new Function` where it may. Our content security policy forbids that,
 * and already the attempt is reported as a violation. Zod reads this setting when it loads, which is
 * later: it isn't part of the first screen.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
