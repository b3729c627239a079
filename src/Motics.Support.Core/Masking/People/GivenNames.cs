using System.Collections.Frozen;

namespace Motics.Support.Core.Masking.People;

/// <summary>Given names that are common where clinics are. They only help where a name and a place look alike; a name that is missing here is found by what stands before it.</summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = (
        "aaron abigail adam adrian agnes ahmed aidan aisha alan albert alex alexander alexandra alfred alice alison amanda amelia amy ana andrea andrew angela anita ann anna anne annette anthony antonio archie aria arthur ashley audrey ava barbara beatrice ben benjamin bernard beth bethany betty beverley bill "
        + "bradley brandon brenda brian bridget bruce bryan caitlin callum cameron carl carla carlos carol caroline catherine charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher claire clara colin connor craig daisy daniel danielle darren david dawn deborah denise dennis derek "
        + "diana diane donald donna dorothy doris douglas duncan dylan edith edward eileen elaine eleanor elena elizabeth ella ellen elliot elsie emily emma eric erin ethan ethel eva evelyn evie fatima felix fiona florence frances francis frank fraser fred frederick freya gabriel gareth gary gavin gemma geoffrey george "
        + "georgia gerald gillian giovanni gloria gordon grace graeme graham greg gregory hamish hannah harold harriet harry hassan hayley hazel heather heidi helen henry holly hugh hugo ian ibrahim imogen irene iris isaac isabella isabelle isla ivan jack jackie jackson jacob jacqueline jade jake james jamie jan jane janet "
        + "janice jasmine jason javier jean jeff jeffrey jennifer jenny jeremy jessica jessie jill joan joanna joanne joe joel john jonathan jordan jorge jose josé joseph josh joshua joyce juan judith judy julia julian julie june justin karen karl kate katherine kathleen kathryn katie kay keith kelly ken kenneth kerry kevin kieran kim "
        + "kimberley kirsty kyle lachlan laura lauren leah lee leo leon lesley leslie lewis liam lillian lily linda lisa logan lorraine louis louise lucas lucy luke lydia lynn mackenzie maddison madeleine maisie malcolm marcus margaret maria marie marilyn marion mario mark martha martin mary mason matilda matthew maureen max maya megan "
        + "melanie melissa mia michael michelle miguel mike millie mohamed mohammed molly monica muhammad nancy naomi natalie natasha nathan neil niamh nicholas nicola nicole nigel noah noel norma norman oliver olivia oscar owen pamela patricia patrick paul paula pauline peggy penelope penny peter philip phillip phoebe phyllis poppy "
        + "priya rachel rachael ralph raymond rebecca reginald richard rita robert robin roger ronald rosemary rosie ross roy ruby rupert russell ruth ryan sally sam samantha samuel sandra sarah scarlett scott sean sebastian shane shannon sharon shaun sheila shirley siobhan simon sophia sophie stacey stanley stella stephanie stephen steve "
        + "steven stuart sue susan suzanne sylvia tamara tanya teresa terence terry theo theresa thomas tim timothy tina todd tom tony tracey tracy trevor tyler valerie vanessa vera veronica vincent violet virginia wayne wendy william winifred xavier yvonne zachary zoe zoë").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(ReadOnlySpan<char> word) => Names.Contains(word);
}
