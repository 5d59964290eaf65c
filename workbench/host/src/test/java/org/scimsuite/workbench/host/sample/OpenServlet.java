package org.scimsuite.workbench.host.sample;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Autowired;

/** Tells what it saw. */
@UnrestrictedAccess
public class OpenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Notes notes;

    @Autowired
    public OpenServlet(Notes notes) {
        this.notes = notes;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String note = request.getParameter("note");
        int count = note == null ? notes.count() : notes.write(note);
        response.getWriter()
                .print(request.getAttribute("mark") + " " + request.getServletPath() + '|' + request.getPathInfo()
                        + " notes=" + count + " closed-filter=" + request.getAttribute("closed-filter"));
    }
}
