using Motics.Support.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(DemoPortal))]
[assembly: Parallelization(MaxThreads = 2)]
