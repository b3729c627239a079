namespace Motics.Support.Core.Migration;

/// <summary>What a number of the migration counts: each has one list of organisations that says the same number.</summary>
public enum MigrationNumber { Moved, Works, DoNotWork, NotBack, Stopped, HeldUp }

/// <summary>A piece of a sentence.</summary>
/// <param name="Text">As it is read, spaces included.</param>
/// <param name="Counts">What the number in it counts; null for mere words, and for what counts no organisations of now (a share, a day, what is to come).</param>
public sealed record SentencePart(string Text, MigrationNumber? Counts = null);
