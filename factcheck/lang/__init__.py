"""From the text of rules to typed rules: parse, bind names, check dimensions."""
