namespace Motics.Support.Core.Organisations;

/// <summary>The clinic's electronic health record system. <see cref="None"/> counts as unknown in triage.</summary>
public enum Ehr { Cliniko, Nookal, Meddbase, Semble, None }

/// <summary>Region of a Nookal account, chosen in Motics beside the key.</summary>
public enum NookalRegion { AuNz, Eu, Us }

/// <summary>State of an organisation's connection to its own EHR; the first that applies, in this order (contract, "States").</summary>
public enum Health { NotApplicable, Disabled, NeedsKey, Unverified, Failing, Connected, Unknown }
