// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AB;
import static acs.sip2.Field.AC;
import static acs.sip2.Field.AD;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.AP;
import static acs.sip2.Field.BL;
import static acs.sip2.Field.CQ;

import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.SipDate;
import acs.sip2.Summary;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/**
 * A request, and what its answer must be like.
 *
 * @param request as it is sent
 * @param echo the field that must come back as it was sent; AO if none
 * @param right what else must be true of the answer
 */
record Errand(Message request, Field echo, Predicate<Message> right) {

    static Errand status() {
        Message request = Message.of(MessageType.SC_STATUS)
                .with(Fixed.STATUS_CODE, "0")
                .with(Fixed.MAX_PRINT_WIDTH, 40)
                .with(Fixed.PROTOCOL_VERSION, "2.00")
                .build();
        return new Errand(request, AO, answer -> answer.get(Fixed.ONLINE_STATUS));
    }

    static Errand patronStatus(String patron, String pin) {
        Message request = Message.of(MessageType.PATRON_STATUS)
                .with(Fixed.LANGUAGE, 1)
                .with(Fixed.TRANSACTION_DATE, now())
                .with(AO, BenchLibrary.INSTITUTION)
                .with(AA, patron)
                .with(AC, "")
                .with(AD, pin)
                .build();
        return new Errand(request, AA, answer -> answer.isYes(BL) && answer.isYes(CQ));
    }

    static Errand patronInformation(String patron, String pin) {
        Message request = Message.of(MessageType.PATRON_INFORMATION)
                .with(Fixed.LANGUAGE, 1)
                .with(Fixed.TRANSACTION_DATE, now())
                .with(Fixed.SUMMARY, Summary.none())
                .with(AO, BenchLibrary.INSTITUTION)
                .with(AA, patron)
                .with(AD, pin)
                .build();
        return new Errand(request, AA, answer -> answer.isYes(BL) && answer.isYes(CQ));
    }

    static Errand itemInformation(String item) {
        Message request = Message.of(MessageType.ITEM_INFORMATION)
                .with(Fixed.TRANSACTION_DATE, now())
                .with(AO, BenchLibrary.INSTITUTION)
                .with(AB, item)
                .build();
        return new Errand(request, AB, answer -> true);
    }

    static Errand checkout(String patron, String pin, String item) {
        Message request = Message.of(MessageType.CHECKOUT)
                .with(Fixed.SC_RENEWAL_POLICY, true)
                .with(Fixed.NO_BLOCK, false)
                .with(Fixed.TRANSACTION_DATE, now())
                .with(Fixed.NB_DUE_DATE, SipDate.none())
                .with(AO, BenchLibrary.INSTITUTION)
                .with(AA, patron)
                .with(AB, item)
                .with(AC, "")
                .with(AD, pin)
                .build();
        return new Errand(
                request,
                AB,
                answer -> answer.get(Fixed.OK)
                        && !answer.get(Fixed.RENEWAL_OK)
                        && answer.get(AA).equals(patron));
    }

    static Errand checkin(String item) {
        Message request = Message.of(MessageType.CHECKIN)
                .with(Fixed.NO_BLOCK, false)
                .with(Fixed.TRANSACTION_DATE, now())
                .with(Fixed.RETURN_DATE, now())
                .with(AP, BenchLibrary.INSTITUTION)
                .with(AO, BenchLibrary.INSTITUTION)
                .with(AB, item)
                .with(AC, "")
                .build();
        return new Errand(request, AB, answer -> answer.get(Fixed.OK));
    }

    /** Whether the answer is the one to this errand. */
    boolean isDoneBy(Message answer) {
        return answer.type() == request.type().response()
                && answer.get(echo).equals(echo.equals(AO) ? BenchLibrary.INSTITUTION : request.get(echo))
                && right.test(answer);
    }

    private static SipDate now() {
        return SipDate.of(ZonedDateTime.now(ZoneId.systemDefault()));
    }
}
