using Motics.Support.Portal.Hosting;

return await PortalHost.RunAsync(args);
