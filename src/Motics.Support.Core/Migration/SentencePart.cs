using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Migration;

/// <summary>A piece of a sentence.</summary>
/// <param name="Text">As it is read, spaces included.</param>
/// <param name="Opens">The organisations that the number in it counts; null for mere words, and for what counts no organisations of now (a share, a day, what is to come).</param>
public sealed record SentencePart(string Text, OrganisationQuery? Opens = null);
