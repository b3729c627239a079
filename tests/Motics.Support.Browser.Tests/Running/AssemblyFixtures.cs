using Motics.Support.Browser.Tests.Running;
using Motics.Support.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(DemoPortal))]
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)]
