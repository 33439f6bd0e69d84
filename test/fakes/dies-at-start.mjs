// Ends before it says anything.
process.stderr.write(`fake pid ${process.pid}\nthe library is missing\n`);
process.exit(4);
