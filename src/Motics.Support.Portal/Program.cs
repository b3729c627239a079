using Motics.Support.Portal.Hosting;

return await PortalHost.RunAsync(args);

/// <summary>The entry point, named so that tests can start the same program.</summary>
public partial class Program;
