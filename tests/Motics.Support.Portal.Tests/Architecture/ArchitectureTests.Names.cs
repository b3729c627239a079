using System.Reflection;
using System.Runtime.CompilerServices;
using Motics.Support.Core;
using Motics.Support.Data;
using Motics.Support.Portal.Components;

namespace Motics.Support.Portal.Tests.Architecture;

/// <summary>One name for one thing. What is nested or made by the compiler is nobody's word.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Assembly Core = typeof(Kebab).Assembly;
    private static readonly Assembly Data = typeof(Database).Assembly;
    private static readonly Assembly Portal = typeof(PortalComponent).Assembly;

    [Fact]
    public void Rows_AreRowsOfTheDatabase() =>
        Assert.Empty(Named(Core, Portal).Where(type => type.Name.EndsWith("Row", StringComparison.Ordinal)).Select(type => $"{type.FullName}: a row is one of the database, in Data")
            .Concat(Named(Data).Where(type => type.Name.EndsWith("Record", StringComparison.Ordinal)).Select(type => $"{type.FullName}: a row of the database is called a row")));

    [Fact]
    public void Items_AreItemsOfAList()
    {
        var listed = new[] { Core, Data, Portal }.SelectMany(assembly => assembly.GetTypes()).SelectMany(Mentioned).SelectMany(Listed).Select(type => type.Name).ToHashSet();

        Assert.Contains("TicketItem", listed);
        Assert.Empty(Named(Core, Data, Portal).Where(type => type.Name.EndsWith("Item", StringComparison.Ordinal) && !listed.Contains(type.Name)).Select(type => $"{type.FullName}: nothing lists it"));
    }

    /// <summary>The migration is the clinics' move to Motics OS; what the database goes through is its schema.</summary>
    [Fact]
    public void Migration_IsThatOfTheClinics() =>
        Assert.Empty(from type in Named(Core, Data, Portal)
                     let ofClinics = type.Namespace!.EndsWith(".Migration", StringComparison.Ordinal)
                     where type.Namespace!.Contains("Migrations", StringComparison.Ordinal) || (type.Name.StartsWith("Migration", StringComparison.Ordinal) && !ofClinics)
                     select $"{type.FullName}: say schema, or put it beside the clinics' migration");

    [Fact]
    public void Name_StandsForOneThing() =>
        Assert.Empty(from type in Named(Core, Portal, Data)
                     where type.Name != "_Imports"
                     group type by (type.Name, Of: type.Assembly == Data ? Data : Core) into same
                     where same.Count() > 1
                     select string.Join(" and ", same.Select(type => type.FullName)));

    private static IEnumerable<Type> Named(params Assembly[] assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsNested && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Namespace?.StartsWith("Motics.", StringComparison.Ordinal) == true);

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetProperties(All).Select(property => property.PropertyType).Concat(type.GetFields(All).Select(field => field.FieldType))
            .Concat(type.GetMethods(All).SelectMany(method => method.GetCustomAttributesData().Select(attribute => attribute.AttributeType).Append(method.ReturnType)));
    }

    private static IEnumerable<Type> Listed(Type type) =>
        !type.IsGenericType ? [] : type.GetGenericArguments().SelectMany(argument => typeof(System.Collections.IEnumerable).IsAssignableFrom(type) || type.Name.Contains("Page", StringComparison.Ordinal) ? [argument, .. Listed(argument)] : Listed(argument));
}
