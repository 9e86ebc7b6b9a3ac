package org.rollbook.learn.pages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives methods of controllers who looks: a {@link Viewer} for pages of people who are signed in,
 * an optional one for all others.
 */
final class ViewerArguments implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.nestedIfOptional().getNestedParameterType().equals(Viewer.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Optional<Viewer> viewer = SignedIn.now().map(Viewer::new);
    return parameter.isOptional() ? viewer : viewer.orElseThrow(NotSignedIn::new);
  }
}
