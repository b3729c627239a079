using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Web;

namespace Motics.Support.Portal.Components;

/// <summary>
/// Whether two presses ask for the same. The button of a row is another function after each drawing: it is the same one when it is the same code over
/// equal values, such as the same row, whether it is pressed by mouse or by a key.
/// </summary>
internal static class SameAction
{
    // Functions within functions, as markup has them; what refers to itself comes to an end here.
    private const int Deepest = 8;

    /// <summary>True for the same function, for one that was made anew of the same code and values, and for the second click of a double click, which is on the same spot.</summary>
    public static bool Is(MulticastDelegate running, MulticastDelegate asked, MouseEventArgs? click) =>
        running.Method == asked.Method && (click?.Detail > 1 || SameValues(running.Target, asked.Target, Deepest));

    private static bool SameValues(object? one, object? other, int deep) =>
        Equals(one, other)
        || (deep > 0 && one is MulticastDelegate made && other is MulticastDelegate anew && made.Method == anew.Method && SameValues(made.Target, anew.Target, deep - 1))
        || (deep > 0 && one is not null && one.GetType() == other?.GetType() && HoldsWhatAFunctionTook(one.GetType())
            && Fields(one.GetType()).All(field => SameValues(field.GetValue(one), field.GetValue(other), deep - 1)));

    // Made by the compiler for a function that uses what stands around it.
    private static bool HoldsWhatAFunctionTook(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}
