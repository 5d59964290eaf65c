package org.scimsuite.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameOrderTest {

    @Test
    void keyWhenNamesAreShortThenTheOrderIsThatOfCodePoints() {
        List<String> names =
                List.of("", "1", "10", "9", "a", "a-b", "aa", "ab", "ff", "z", "å", "\uFF21", "\uD83D\uDE00");

        assertThat(names).isSortedAccordingTo(NameOrder.COMPARATOR);
    }

    @Test
    void keyWhenNamesAreLongThenNoTwoShareOneAndAllFit() {
        String same = "n".repeat(255);

        assertThat(NameOrder.key(same + "a")).isNotEqualTo(NameOrder.key(same + "b"));
        assertThat(NameOrder.key(same)).hasSize(NameOrder.MAX_LENGTH);
        assertThat(NameOrder.key("n".repeat(87))).hasSize(NameOrder.MAX_LENGTH);
        assertThat(NameOrder.key("n".repeat(88))).hasSize(NameOrder.MAX_LENGTH);
    }

    @Test
    void keyWhenNameIsLongThenItStaysBehindWhatItsBeginningIsBehind() {
        assertThat(List.of("ma", "n".repeat(200), "no")).isSortedAccordingTo(NameOrder.COMPARATOR);
    }
}
