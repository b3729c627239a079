using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Motics.Support.Data.Access;

namespace Motics.Support.Portal.Access;

/// <summary>ASP.NET Core's key ring in the database. Its interface is synchronous; it is asked at start and about once a day.</summary>
internal sealed class ProtectionKeys(DataProtectionKeyStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.ListAsync(CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        store.AddAsync(element.ToString(SaveOptions.DisableFormatting), friendlyName, CancellationToken.None).GetAwaiter().GetResult();
}
