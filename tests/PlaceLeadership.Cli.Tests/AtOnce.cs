using Xunit.Sdk;
using Xunit.v3;

// Much of each test is waiting for a program, each has a folder of its own, and nothing is shared but what is only read.
[assembly: Parallelization(Mode = ParallelMode.All)]
