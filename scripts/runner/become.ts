// Becomes another program under another account, where the machine has no `setpriv`:
// node become.ts UID GID PROGRAM ARGUMENT…
const [, , uid, gid, program, ...args] = process.argv;
process.setgroups!([]);
process.setgid!(Number(gid));
process.setuid!(Number(uid));
process.execve!(program!, [program!, ...args], process.env);
